package org.lianzhi.investigation.checkpoint;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianzhi.evidence.KnownKeys;
import org.lianzhi.evidence.Seal;
import org.lianzhi.journal.Commit;
import org.lianzhi.journal.CommitHash;
import org.lianzhi.journal.EventData;
import org.lianzhi.journal.EventStream;
import org.lianzhi.journal.Head;
import org.lianzhi.journal.MerkleRoot;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.Recorded;
import org.lianzhi.model.EvidenceEvent.CheckpointSigned;
import org.lianzhi.model.EvidenceEvent.SignedHead;
import org.lianzhi.model.Side;

class SignedHeadsTest {

    private static final Side HUNAN = new Side("hn");
    private static final Head SECOND = new Head(2, "a".repeat(64));
    private static final Head THIRD = new Head(3, "b".repeat(64));

    private static final Instant AT = Instant.parse("2024-07-29T01:02:03Z");

    @TempDir
    Path folder;

    private final Checkpointed journal = new Checkpointed();

    private final SignedHeads.Counts counts = new SignedHeads.Counts() {

        @Override
        public boolean as(long number, CheckpointSigned checkpoint) {
            return isWhole(number, checkpoint)
                    && checkpoint.key().equals(SideKey.in(folder, HUNAN).id());
        }

        @Override
        public boolean isWhole(long number, CheckpointSigned checkpoint) {
            var known = List.of(new KnownKeys.Key(checkpoint.key(), 1));
            return Seal.of(HUNAN.code(), number, checkpoint, known) instanceof Seal.Sound;
        }
    };

    @Test
    void the_first_checkpoint_signs_every_head() {
        CheckpointSigned first = sign(Map.of("case-a@hn", SECOND, "case-b@hn", THIRD));

        assertThat(first.number()).isEqualTo(1);
        assertThat(first.previousRoot()).isEqualTo(CommitHash.GENESIS);
        assertThat(first.records()).isEqualTo(2);
        assertThat(first.root())
                .isEqualTo(MerkleRoot.ofHeads(new TreeMap<>(Map.of("case-a@hn", SECOND, "case-b@hn", THIRD))));
        assertThat(first.changed())
                .containsExactly(
                        new SignedHead("case-a@hn", 2, SECOND.hash()), new SignedHead("case-b@hn", 3, THIRD.hash()));
    }

    @Test
    void nothing_is_signed_when_nothing_has_changed() {
        sign(Map.of("case-a@hn", SECOND));
        assertThat(loaded().next(Map.of("case-a@hn", SECOND))).isNull();
    }

    @Test
    void a_later_checkpoint_names_the_one_before_and_only_what_changed_and_is_over_all() {
        CheckpointSigned first = sign(Map.of("case-a@hn", SECOND, "case-b@hn", SECOND));
        CheckpointSigned second = sign(Map.of("case-b@hn", THIRD));

        assertThat(second.number()).isEqualTo(2);
        assertThat(second.previousRoot()).isEqualTo(first.root());
        assertThat(second.changed()).containsExactly(new SignedHead("case-b@hn", 3, THIRD.hash()));
        assertThat(second.root())
                .isEqualTo(MerkleRoot.ofHeads(new TreeMap<>(Map.of("case-a@hn", SECOND, "case-b@hn", THIRD))));
    }

    @Test
    void an_instance_that_knows_an_older_head_takes_nothing_back() {
        sign(Map.of("case-a@hn", THIRD));
        assertThat(loaded().next(Map.of("case-a@hn", SECOND))).isNull();
    }

    @Test
    void what_others_have_signed_meanwhile_is_taken_in_once() {
        SignedHeads kept = loaded();
        SignedHeads others = loaded();
        for (int version = 1; version <= SignedHeads.SEGMENT + 1; version++) {
            sign(others, Map.of("case-a@hn", new Head(version, "c".repeat(64))));
            if (version % 100 == 0) {
                kept.catchUp(journal, counts);
            }
        }
        kept.catchUp(journal, counts);
        Map<String, Head> now = Map.of("case-b@hn", SECOND);
        assertThat(kept.next(now)).isEqualTo(loaded().next(now));
    }

    @Test
    void a_full_segment_is_followed_by_the_next() {
        signOneMoreThanASegment();
        assertThat(journal.load(new StreamId("checkpoint", "0", "hn")).version())
                .isEqualTo(SignedHeads.SEGMENT);
        assertThat(journal.load(new StreamId("checkpoint", "1", "hn")).version())
                .isEqualTo(1);
        assertThat(sign(Map.of("case-b@hn", SECOND)).number()).isEqualTo(SignedHeads.SEGMENT + 2);
    }

    @Test
    void what_lies_there_and_was_not_signed_takes_a_place_and_signs_nothing() {
        CheckpointSigned first = sign(Map.of("case-a@hn", SECOND));
        journal.add(
                new StreamId("checkpoint", "0", "hn"),
                new CheckpointSigned(
                        1_000_000,
                        first.root(),
                        "e".repeat(64),
                        1,
                        List.of(new SignedHead("case-a@hn", 999, "f".repeat(64))),
                        first.key(),
                        first.signature()));

        CheckpointSigned next = sign(Map.of("case-a@hn", THIRD));

        assertThat(next.number()).isEqualTo(3);
        assertThat(next.previousRoot()).isEqualTo(first.root());
        assertThat(next.changed()).containsExactly(new SignedHead("case-a@hn", 3, THIRD.hash()));
        assertThat(isSigned(3, next)).isTrue();
    }

    @Test
    void what_was_signed_with_a_key_that_does_not_count_is_signed_again_and_followed() throws Exception {
        CheckpointSigned first = sign(Map.of("case-a@hn", SECOND));
        Files.delete(folder.resolve("signing-hn.jwk"));

        CheckpointSigned next = sign(Map.of("case-a@hn", SECOND));

        assertThat(next.key()).isNotEqualTo(first.key());
        assertThat(next.number()).isEqualTo(2);
        assertThat(next.previousRoot()).isEqualTo(first.root());
        assertThat(next.changed()).containsExactly(new SignedHead("case-a@hn", 2, SECOND.hash()));
    }

    @Test
    void a_document_that_says_to_be_of_another_stream_takes_the_place_where_it_lies() {
        signOneMoreThanASegment();
        journal.replaceLast(new StreamId("checkpoint", "0", "hn"), new StreamId("case", "x", "hn"));
        journal.replaceLast(new StreamId("checkpoint", "1", "hn"), new StreamId("checkpoint", "9", "hn"));

        assertThat(sign(Map.of("case-b@hn", SECOND)).number()).isEqualTo(SignedHeads.SEGMENT + 2);
    }

    @Test
    void what_somebody_puts_behind_a_full_segment_hides_none_of_the_next() {
        signOneMoreThanASegment();
        journal.add(new StreamId("checkpoint", "0", "hn"), sign(Map.of("case-b@hn", SECOND)));

        assertThat(sign(Map.of("case-b@hn", THIRD)).number()).isEqualTo(SignedHeads.SEGMENT + 3);
    }

    @Test
    void anybody_can_check_the_signature_with_the_key_that_it_names() throws Exception {
        CheckpointSigned checkpoint = sign(Map.of("case-a@hn", SECOND));

        assertThat(payload(checkpoint.signature()))
                .contains("\"root\":\"" + checkpoint.root() + "\"")
                .contains("\"side\":\"hn\"");
        String[] parts = checkpoint.signature().split("\\.");
        String forged = parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[] {'{', '}'})
                + "." + parts[2];
        assertThat(read(forged).verifySignature())
                .as("another content under the signature")
                .isFalse();
    }

    @Test
    void a_key_is_made_once_is_for_its_owner_only_and_is_the_same_after_a_restart() throws Exception {
        String made = SideKey.in(folder, HUNAN).id();
        assertThat(SideKey.in(folder, HUNAN).id()).isEqualTo(made);
        assertThat(SideKey.in(folder, new Side("gx")).id()).isNotEqualTo(made);
        Path file = folder.resolve("signing-hn.jwk");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private static String payload(String signature) throws Exception {
        JsonWebSignature read = read(signature);
        assertThat(read.verifySignature()).isTrue();
        return read.getPayload();
    }

    private static JsonWebSignature read(String signature) throws Exception {
        JsonWebSignature read = new JsonWebSignature();
        read.setAlgorithmConstraints(
                new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA));
        read.setCompactSerialization(signature);
        read.setKey(read.getJwkHeader().getPublicKey());
        return read;
    }

    private SignedHeads loaded() {
        SignedHeads signed = new SignedHeads(HUNAN);
        signed.catchUp(journal, counts);
        return signed;
    }

    private boolean isSigned(long number, CheckpointSigned checkpoint) {
        return counts.as(number, checkpoint);
    }

    private void signOneMoreThanASegment() {
        SignedHeads signed = loaded();
        for (int version = 1; version <= SignedHeads.SEGMENT + 1; version++) {
            sign(signed, Map.of("case-a@hn", new Head(version, "c".repeat(64))));
        }
    }

    private CheckpointSigned sign(Map<String, Head> heads) {
        return sign(loaded(), heads);
    }

    private CheckpointSigned sign(SignedHeads signed, Map<String, Head> heads) {
        signed.catchUp(journal, counts);
        CheckpointSigned checkpoint = requireNonNull(signed.next(heads)).signed(HUNAN, SideKey.in(folder, HUNAN), AT);
        journal.add(signed.segment(), checkpoint);
        return checkpoint;
    }

    /** A journal that only holds checkpoints. */
    private static final class Checkpointed extends NoJournal {

        private final Map<StreamId, List<Commit>> streams =
                new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));

        void add(StreamId stream, CheckpointSigned checkpoint) {
            List<Commit> commits = streams.computeIfAbsent(stream, any -> new ArrayList<>());
            EventData event = Recorded.of(checkpoint);
            commits.add(new Commit(
                    stream,
                    commits.size() + 1L,
                    "commit-" + checkpoint.number(),
                    "cause",
                    "hn/-/policy/checkpoint",
                    Instant.parse("2024-07-29T01:02:03Z"),
                    Map.of(),
                    List.of(event),
                    CommitHash.GENESIS,
                    "d".repeat(64)));
        }

        /** Somebody has written another stream into the last document. */
        void replaceLast(StreamId stream, StreamId said) {
            List<Commit> commits = streams.getOrDefault(stream, List.of());
            Commit last = commits.removeLast();
            commits.add(new Commit(
                    said,
                    last.version(),
                    last.commitId(),
                    last.causationId(),
                    last.actor(),
                    last.appendedAt(),
                    last.seen(),
                    last.events(),
                    last.previousHash(),
                    last.hash()));
        }

        @Override
        public EventStream load(StreamId stream) {
            return new EventStream(stream, streams.getOrDefault(stream, List.of()));
        }
    }
}
