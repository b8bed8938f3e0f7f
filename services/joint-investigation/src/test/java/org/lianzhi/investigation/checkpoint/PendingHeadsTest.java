package org.lianzhi.investigation.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lianzhi.journal.Commit;
import org.lianzhi.journal.CommitHash;
import org.lianzhi.journal.EventData;
import org.lianzhi.journal.EventStream;
import org.lianzhi.journal.Head;
import org.lianzhi.journal.StreamId;
import org.lianzhi.model.EvidenceEvent.CheckpointSigned;
import org.lianzhi.model.EvidenceEvent.SignedHead;
import org.lianzhi.model.Side;

class PendingHeadsTest {

    private static final Side HUNAN = new Side("hn");
    private static final StreamId CASE = new StreamId("case", "a", "hn");
    private static final StreamId OTHER = new StreamId("case", "b", "hn");

    private final InMemory journal = new InMemory();
    private final SignedHeads signed = new SignedHeads(HUNAN);
    private final PendingHeads heads = new PendingHeads();

    @Test
    void what_this_instance_was_not_told_of_is_found_at_the_next_look() {
        heads.keep(journal.append(CASE, "one"));
        journal.append(CASE, "by another instance");
        journal.append(OTHER, "by another instance");
        assertThat(sound()).as("as far as it is there when it is loaded").containsOnly(head(CASE, 2));

        heads.look(journal, HUNAN);
        assertThat(sound()).containsOnly(head(CASE, 2), head(OTHER, 1));
    }

    @Test
    void what_is_signed_is_not_loaded_again() {
        heads.keep(journal.append(CASE, "one"));
        sign(sound());
        journal.unreadable(CASE);
        heads.look(journal, HUNAN);
        assertThat(sound()).isEmpty();
        assertThat(heads.withheld()).isZero();
    }

    @Test
    void a_document_that_is_no_commit_keeps_no_other_case_from_being_signed() {
        heads.keep(journal.append(CASE, "one"));
        journal.planted.put(OTHER, new Head(1, "x"));
        journal.unreadable(OTHER);
        heads.look(journal, HUNAN);
        assertThat(sound()).containsOnly(head(CASE, 1));
        assertThat(heads.withheld()).isEqualTo(1);

        journal.planted.clear();
        heads.look(journal, HUNAN);
        assertThat(heads.withheld()).as("somebody has taken it out").isZero();
    }

    @Test
    void what_lies_behind_a_hole_is_not_signed_and_what_lies_before_it_is() {
        journal.append(CASE, "one");
        journal.planted.put(CASE, new Head(1_000_000, "f".repeat(64)));
        heads.look(journal, HUNAN);
        assertThat(sound()).containsOnly(head(CASE, 1));
        assertThat(heads.withheld()).isEqualTo(1);
        sign(sound());

        heads.keep(journal.append(CASE, "two"));
        assertThat(sound()).containsOnly(head(CASE, 2));
        assertThat(heads.withheld()).as("it still lies there").isEqualTo(1);

        journal.planted.put(OTHER, new Head(7, "f".repeat(64)));
        heads.look(journal, HUNAN);
        assertThat(sound()).as("of the other one there is nothing before").containsOnlyKeys(CASE.toString());
    }

    @Test
    void a_record_of_which_a_commit_was_changed_is_not_signed_until_it_holds_again() {
        Commit first = journal.append(CASE, "one");
        heads.keep(journal.append(CASE, "two"));
        journal.put(1, with(first, "what it was not", first.hash()));
        assertThat(sound()).isEmpty();
        assertThat(heads.withheld()).isEqualTo(1);

        journal.put(1, first);
        heads.look(journal, HUNAN);
        assertThat(sound()).containsOnly(head(CASE, 2));
        assertThat(heads.withheld()).isZero();
    }

    @Test
    void a_record_that_does_not_contain_what_was_signed_last_is_not_signed() {
        Commit first = journal.append(CASE, "one");
        heads.keep(first);
        sign(sound());
        Commit anew = with(first, "as it should have been", "");
        journal.put(1, with(anew, "as it should have been", CommitHash.recompute(anew)));
        heads.keep(journal.append(CASE, "two"));
        assertThat(sound()).isEmpty();
        assertThat(heads.withheld()).isEqualTo(1);
    }

    @Test
    void a_store_that_is_away_says_nothing_about_a_record() {
        heads.keep(journal.append(CASE, "one"));
        journal.away = true;
        assertThatThrownBy(this::sound).isInstanceOf(MongoTimeoutException.class);
        assertThat(heads.withheld()).isZero();
        journal.away = false;
        assertThat(sound()).containsOnly(head(CASE, 1));
    }

    private Map<String, Head> sound() {
        return heads.sound(journal, signed, HUNAN);
    }

    private void sign(Map<String, Head> sound) {
        List<SignedHead> changed = sound.entrySet().stream()
                .map(each -> new SignedHead(
                        each.getKey(),
                        each.getValue().version(),
                        each.getValue().hash()))
                .toList();
        signed.add(new CheckpointSigned(1, "", "", changed.size(), changed, "", ""));
    }

    private Map.Entry<String, Head> head(StreamId stream, int version) {
        return Map.entry(
                stream.toString(),
                journal.load(stream).commits().get(version - 1).head());
    }

    private static Commit with(Commit c, String words, String hash) {
        return new Commit(
                c.stream(),
                c.version(),
                c.commitId(),
                c.causationId(),
                c.actor(),
                c.appendedAt(),
                c.seen(),
                List.of(new EventData("case.noted.v1", words)),
                c.previousHash(),
                hash);
    }

    /** With what somebody has put into it. */
    private static final class InMemory extends NoJournal {

        private final Map<StreamId, List<Commit>> streams = new HashMap<>();
        private final Map<StreamId, Head> planted = new HashMap<>();
        private final List<StreamId> unreadable = new ArrayList<>();
        private boolean away;

        Commit append(StreamId stream, String words) {
            Head before = load(stream).head();
            Commit commit = with(
                    new Commit(
                            stream,
                            before.version() + 1,
                            "c",
                            "cause",
                            "hn/-/policy/test",
                            Instant.EPOCH,
                            Map.of(),
                            List.of(),
                            before.hash(),
                            ""),
                    words,
                    "");
            Commit hashed = with(commit, words, CommitHash.recompute(commit));
            streams.computeIfAbsent(stream, any -> new ArrayList<>()).add(hashed);
            return hashed;
        }

        void put(int version, Commit commit) {
            streams.getOrDefault(commit.stream(), List.of()).set(version - 1, commit);
        }

        void unreadable(StreamId stream) {
            unreadable.add(stream);
        }

        @Override
        public EventStream load(StreamId stream) {
            if (away) {
                throw new MongoTimeoutException("the store is away");
            }
            if (unreadable.contains(stream)) {
                throw new IllegalArgumentException("no commit");
            }
            return new EventStream(stream, streams.getOrDefault(stream, List.of()));
        }

        @Override
        public Map<StreamId, Head> heads(String kind, String side) {
            Map<StreamId, Head> heads = new HashMap<>();
            streams.forEach(
                    (stream, commits) -> heads.put(stream, commits.getLast().head()));
            heads.putAll(planted);
            return heads;
        }
    }
}
