package org.lianzhi.timeline.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.lianzhi.evidence.domain.RecordCheck;
import org.lianzhi.evidence.domain.Stored;
import org.lianzhi.evidence.domain.Verdict;
import org.lianzhi.journal.CommitHash;

/** Five commits of Hunan, of two events each; Guangxi's second commit has seen the fourth of them. */
class ReceivedTest {

    private static final String HUNAN = "case-1@hn";
    private static final String GUANGXI = "case-1@gx";
    private static final Instant START = Instant.parse("2024-07-08T00:00:00Z");

    private final List<RecordEntry> hunan = record(HUNAN, 5, "as it was", Map.of());
    private final List<RecordEntry> guangxi =
            record(GUANGXI, 2, "seen", Map.of(2L, new RecordEntry.Seen("hn", 4, hashOf(hunan, 4))));

    @Test
    void records_as_they_were_written_hold() {
        assertThat(check(hunan, guangxi)).allMatch(Verdict::intact);
        assertThat(check(hunan, guangxi).getFirst().provenUpTo()).isEqualTo(4);
    }

    @Test
    void records_that_were_delivered_twice_and_out_of_order_hold() {
        List<RecordEntry> doubled = new ArrayList<>(hunan.reversed());
        doubled.addAll(hunan);
        assertThat(check(doubled, guangxi)).allMatch(Verdict::intact);
    }

    @Test
    void a_bit_flipped_in_any_field_of_any_event_is_found_at_its_commit() {
        for (int i = 0; i < hunan.size(); i++) {
            RecordEntry e = hunan.get(i);
            for (RecordEntry flipped : flips(e)) {
                List<RecordEntry> changed = new ArrayList<>(hunan);
                changed.set(i, flipped);
                assertThat(check(changed))
                        .as("%s for %s", flipped, e)
                        .returns(e.version(), Verdict::brokenAt)
                        .returns("changed", Verdict::problem);
            }
        }
    }

    @Test
    void a_dropped_commit_and_a_dropped_event_are_missing() {
        List<RecordEntry> commit = new ArrayList<>(hunan);
        commit.removeIf(entry -> entry.version() == 3);
        assertThat(check(commit)).isEqualTo(new Verdict(HUNAN, 2, hashOf(hunan, 2), 3L, "missing", 0, List.of()));

        List<RecordEntry> event = new ArrayList<>(hunan);
        event.removeIf(entry -> entry.version() == 3 && entry.index() == 1);
        assertThat(check(event)).isEqualTo(new Verdict(HUNAN, 2, hashOf(hunan, 2), 3L, "missing", 0, List.of()));
    }

    private static List<Verdict> check(List<RecordEntry> hunan, List<RecordEntry> guangxi) {
        Map<String, List<Stored>> records = new LinkedHashMap<>();
        records.put(HUNAN, Received.of(hunan));
        records.put(GUANGXI, Received.of(guangxi));
        return RecordCheck.check(records, any -> List.of());
    }

    private static Verdict check(List<RecordEntry> hunan) {
        return RecordCheck.check(Map.of(HUNAN, Received.of(hunan)), any -> List.of())
                .getFirst();
    }

    private static String hashOf(List<RecordEntry> record, long version) {
        return record.stream()
                .filter(entry -> entry.version() == version)
                .findFirst()
                .orElseThrow()
                .hash();
    }

    private static List<RecordEntry> flips(RecordEntry e) {
        return List.of(
                with(e, e.stream(), e.version(), "{\"words\":\"others\"}"),
                new RecordEntry(
                        e.id() + "x",
                        e.type(),
                        e.stream(),
                        e.version(),
                        e.index(),
                        e.size(),
                        e.at(),
                        e.commitId(),
                        e.causationId(),
                        e.actor(),
                        e.seen(),
                        e.previousHash(),
                        e.hash(),
                        e.json()),
                new RecordEntry(
                        e.id(),
                        "case.closed.v1",
                        e.stream(),
                        e.version(),
                        e.index(),
                        e.size(),
                        e.at(),
                        e.commitId(),
                        e.causationId(),
                        e.actor(),
                        e.seen(),
                        e.previousHash(),
                        e.hash(),
                        e.json()),
                new RecordEntry(
                        e.id(),
                        e.type(),
                        e.stream(),
                        e.version(),
                        e.index(),
                        e.size(),
                        e.at().plusMillis(1),
                        e.commitId(),
                        e.causationId(),
                        e.actor(),
                        e.seen(),
                        e.previousHash(),
                        e.hash(),
                        e.json()),
                new RecordEntry(
                        e.id(),
                        e.type(),
                        e.stream(),
                        e.version(),
                        e.index(),
                        e.size(),
                        e.at(),
                        e.commitId() + "x",
                        e.causationId(),
                        e.actor(),
                        e.seen(),
                        e.previousHash(),
                        e.hash(),
                        e.json()),
                new RecordEntry(
                        e.id(),
                        e.type(),
                        e.stream(),
                        e.version(),
                        e.index(),
                        e.size(),
                        e.at(),
                        e.commitId(),
                        "other cause",
                        e.actor(),
                        e.seen(),
                        e.previousHash(),
                        e.hash(),
                        e.json()),
                new RecordEntry(
                        e.id(),
                        e.type(),
                        e.stream(),
                        e.version(),
                        e.index(),
                        e.size(),
                        e.at(),
                        e.commitId(),
                        e.causationId(),
                        "hn/-/policy/other",
                        e.seen(),
                        e.previousHash(),
                        e.hash(),
                        e.json()),
                seeing(e, new RecordEntry.Seen("gx", 1, "0".repeat(64))),
                new RecordEntry(
                        e.id(),
                        e.type(),
                        e.stream(),
                        e.version(),
                        e.index(),
                        e.size(),
                        e.at(),
                        e.commitId(),
                        e.causationId(),
                        e.actor(),
                        e.seen(),
                        "f".repeat(64),
                        e.hash(),
                        e.json()),
                new RecordEntry(
                        e.id(),
                        e.type(),
                        e.stream(),
                        e.version(),
                        e.index(),
                        e.size(),
                        e.at(),
                        e.commitId(),
                        e.causationId(),
                        e.actor(),
                        e.seen(),
                        e.previousHash(),
                        "f".repeat(64),
                        e.json()));
    }

    private static RecordEntry with(RecordEntry e, String stream, long version, String json) {
        return new RecordEntry(
                e.id(),
                e.type(),
                stream,
                version,
                e.index(),
                e.size(),
                e.at(),
                e.commitId(),
                e.causationId(),
                e.actor(),
                e.seen(),
                e.previousHash(),
                e.hash(),
                json);
    }

    private static RecordEntry seeing(RecordEntry e, RecordEntry.Seen seen) {
        return new RecordEntry(
                e.id(),
                e.type(),
                e.stream(),
                e.version(),
                e.index(),
                e.size(),
                e.at(),
                e.commitId(),
                e.causationId(),
                e.actor(),
                List.of(seen),
                e.previousHash(),
                e.hash(),
                e.json());
    }

    private static List<RecordEntry> record(
            String stream, int commits, String words, Map<Long, RecordEntry.Seen> seenAt) {
        List<RecordEntry> record = new ArrayList<>();
        String previous = CommitHash.GENESIS;
        for (long version = 1; version <= commits; version++) {
            List<RecordEntry.Seen> seen =
                    seenAt.containsKey(version) ? List.of(Objects.requireNonNull(seenAt.get(version))) : List.of();
            List<RecordEntry> unhashed = new ArrayList<>();
            for (int index = 0; index < 2; index++) {
                unhashed.add(new RecordEntry(
                        "c" + version + "#" + index,
                        "case.noted.v1",
                        stream,
                        version,
                        index,
                        2,
                        START.plusSeconds(version),
                        "c" + version,
                        "cause",
                        "hn/-/policy/test",
                        seen,
                        previous,
                        "",
                        "{\"words\":\"" + words + " " + index + "\"}"));
            }
            RecordEntry first = unhashed.getFirst();
            String hash = CommitHash.of(
                    previous,
                    stream,
                    version,
                    first.commitId(),
                    "cause",
                    first.actor(),
                    first.at(),
                    first.seenHeads(),
                    unhashed.stream()
                            .map(e -> CommitHash.digest(e.type(), e.json()))
                            .toList());
            unhashed.forEach(e -> record.add(new RecordEntry(
                    e.id(),
                    e.type(),
                    e.stream(),
                    e.version(),
                    e.index(),
                    e.size(),
                    e.at(),
                    e.commitId(),
                    e.causationId(),
                    e.actor(),
                    e.seen(),
                    e.previousHash(),
                    hash,
                    e.json())));
            previous = hash;
        }
        return record;
    }
}
