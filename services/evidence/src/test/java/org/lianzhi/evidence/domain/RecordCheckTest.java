package org.lianzhi.evidence.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lianzhi.journal.Commit;
import org.lianzhi.journal.EventData;
import org.lianzhi.journal.Head;

class RecordCheckTest {

    private static final String HUNAN = "case-a@hn";
    private static final String GUANGXI = "case-a@gx";
    private static final Instant SIGNED = Instant.parse("2024-07-29T02:00:00Z");

    private final List<Commit> hunan = Commits.record(HUNAN, 5, "original", Map.of());
    private final List<Commit> guangxi =
            Commits.record(GUANGXI, 2, "seen", Map.of(2L, hunan.get(3).head()));

    @Test
    void records_as_they_were_written_hold_and_it_is_told_who_confirms_how_much() {
        List<Verdict> verdicts = check(Commits.stored(hunan), Commits.stored(guangxi), List.of(checkpoint("gx", 5)));

        assertThat(verdicts).allMatch(Verdict::intact);
        assertThat(verdicts.getFirst().provenUpTo()).isEqualTo(5);
        assertThat(verdicts.getFirst().proofs()).containsExactly(checkpoint("gx", 5), seenByGuangxi(4));
        assertThat(verdicts.getLast().provenUpTo()).isZero();
        assertThat(verdicts.getLast().proofs()).isEmpty();
    }

    @Test
    void a_flipped_byte_is_found_at_its_commit_with_those_who_hold_the_proof() {
        List<Commit> changed = new ArrayList<>(hunan);
        Commit third = hunan.get(2);
        changed.set(
                2,
                Commits.with(
                        third,
                        3,
                        List.of(
                                new EventData("case.noted.v1", "{\"words\":\"Original\"}"),
                                third.events().getLast()),
                        third.hash()));

        assertThat(verdict(changed, checkpoint("gx", 5), copy(3)))
                .isEqualTo(broken(2, 3, "changed", 0, copy(3), seenByGuangxi(4), checkpoint("gx", 5)));
    }

    @Test
    void a_dropped_commit_is_missing_also_when_the_later_ones_are_moved_up() {
        List<Commit> dropped = new ArrayList<>(hunan);
        dropped.remove(2);
        assertThat(verdict(dropped).problem()).isEqualTo("missing");

        List<Stored> movedUp = List.of(
                at(1, hunan.get(0)),
                at(2, hunan.get(1)),
                at(3, renumbered(hunan.get(3), 3)),
                at(4, renumbered(hunan.get(4), 4)));
        assertThat(check(movedUp, List.of(), List.of()).getFirst()).isEqualTo(broken(2, 3, "missing", 0));
    }

    @Test
    void two_that_were_swapped_are_reordered_whether_or_not_their_numbers_were_adapted() {
        List<Stored> byKey = List.of(
                at(1, hunan.get(0)),
                at(2, hunan.get(2)),
                at(3, hunan.get(1)),
                at(4, hunan.get(3)),
                at(5, hunan.get(4)));
        assertThat(check(byKey, List.of(), List.of()).getFirst()).isEqualTo(broken(1, 2, "reordered", 0));

        List<Stored> adapted = List.of(
                at(1, hunan.get(0)),
                at(2, renumbered(hunan.get(2), 2)),
                at(3, renumbered(hunan.get(1), 3)),
                at(4, hunan.get(3)),
                at(5, hunan.get(4)));
        assertThat(check(adapted, List.of(), List.of()).getFirst()).isEqualTo(broken(1, 2, "reordered", 0));
    }

    @Test
    void a_commit_that_was_written_anew_alone_leaves_the_next_one_unlinked_until_somebody_has_seen_a_later_one() {
        List<Commit> changed = new ArrayList<>(hunan);
        changed.set(2, anew(hunan.get(2)));
        assertThat(check(Commits.stored(changed), List.of(), List.of(checkpoint("gx", 2)))
                        .getFirst())
                .isEqualTo(withHead(changed.get(2), broken(3, 4, "unlinked", 2)));
        assertThat(check(Commits.stored(changed), List.of(), List.of(checkpoint("gx", 5)))
                        .getFirst())
                .isEqualTo(broken(2, 3, "rewritten", 0, checkpoint("gx", 5)));
        assertThat(verdict(changed)).isEqualTo(broken(2, 3, "rewritten", 0, seenByGuangxi(4)));
        assertThat(verdict(changed, copy(2), copy(3)))
                .returns("rewritten", Verdict::problem)
                .returns(3L, Verdict::brokenAt)
                .returns(2L, Verdict::provenUpTo);
    }

    @Test
    void a_record_that_was_cut_off_is_proven_short_by_the_other_record_and_by_checkpoints() {
        List<Commit> cut = hunan.subList(0, 2);
        assertThat(Chain.of(HUNAN, Commits.stored(cut)).brokenAt())
                .as("by itself")
                .isNull();
        assertThat(check(
                                Commits.stored(cut),
                                Commits.stored(guangxi),
                                List.of(checkpoint("gx", 5), checkpoint("gx", 2)))
                        .getFirst())
                .isEqualTo(broken(2, 3, "truncated", 2, seenByGuangxi(4), checkpoint("gx", 5)));
    }

    @Test
    void a_record_that_was_removed_is_proven() {
        assertThat(check(List.of(), List.of(), List.of(checkpoint("gx", 5))).getFirst())
                .isEqualTo(broken(0, 1, "truncated", 0, checkpoint("gx", 5)));
    }

    @Test
    void a_record_that_was_written_anew_is_proven_wrong_by_the_other_record() {
        List<Commit> anew = Commits.record(HUNAN, 5, "as it should have been", Map.of());
        Verdict verdict =
                check(Commits.stored(anew), Commits.stored(guangxi), List.of()).getFirst();
        assertThat(verdict).returns("rewritten", Verdict::problem).returns(4L, Verdict::brokenAt);
        assertThat(verdict.proofs()).containsExactly(seenByGuangxi(4));
    }

    @Test
    void both_records_written_anew_to_fit_each_other_are_proven_wrong_by_a_checkpoint_only() {
        List<Commit> anew = Commits.record(HUNAN, 5, "as it should have been", Map.of());
        List<Commit> fitting =
                Commits.record(GUANGXI, 2, "seen", Map.of(2L, anew.get(3).head()));

        assertThat(check(Commits.stored(anew), Commits.stored(fitting), List.of()))
                .allMatch(Verdict::intact);
        List<Verdict> shown = check(
                Commits.stored(anew),
                Commits.stored(fitting),
                List.of(checkpoint("gx", 5), checkpointOf(GUANGXI, "timeline", guangxi.get(1))));
        assertThat(shown).extracting(Verdict::problem).containsExactly("rewritten", "rewritten");
        assertThat(shown).extracting(Verdict::brokenAt).containsExactly(5L, 2L);
        assertThat(shown.getFirst().proofs()).containsExactly(checkpoint("gx", 5));
    }

    @Test
    void what_nobody_has_seen_yet_cannot_be_proven() {
        assertThat(check(Commits.stored(hunan.subList(0, 4)), Commits.stored(guangxi), List.of()))
                .allMatch(Verdict::intact);
    }

    @Test
    void a_record_that_does_not_hold_itself_proves_nothing() {
        List<Commit> forged = new ArrayList<>(guangxi);
        Commit second = guangxi.get(1);
        forged.set(
                1,
                new Commit(
                        second.stream(),
                        2,
                        second.commitId(),
                        second.causationId(),
                        second.actor(),
                        second.appendedAt(),
                        Map.of("hn", new Head(5, "f".repeat(64))),
                        second.events(),
                        second.previousHash(),
                        second.hash()));
        assertThat(check(Commits.stored(hunan), Commits.stored(forged), List.of()))
                .extracting(Verdict::problem)
                .containsExactly(null, "changed");
    }

    @Test
    void a_record_that_is_refuted_accuses_no_other() {
        List<Commit> original = Commits.record(GUANGXI, 5, "original", Map.of());
        List<Commit> forged = Commits.record(HUNAN, 5, "anew", Map.of(2L, new Head(4, "f".repeat(64))));
        Claim ofHunan = checkpoint("gx", 5);
        Claim ofGuangxi = checkpointOf(GUANGXI, "hn", original.getLast());

        List<Verdict> verdicts = check(Commits.stored(forged), Commits.stored(original), List.of(ofHunan, ofGuangxi));
        assertThat(verdicts.getFirst()).returns("rewritten", Verdict::problem);
        assertThat(verdicts.getLast())
                .returns(null, Verdict::problem)
                .returns(5L, Verdict::provenUpTo)
                .returns(List.of(ofGuangxi), Verdict::proofs);
        assertThat(check(Commits.stored(forged), Commits.stored(original), List.of(ofHunan)))
                .extracting(Verdict::problem)
                .containsExactly("rewritten", null);

        List<Commit> begun = new ArrayList<>(forged.subList(0, 4));
        begun.add(hunan.getLast());
        assertThat(check(Commits.stored(begun), Commits.stored(original), List.of()))
                .as("nobody has seen anything")
                .extracting(Verdict::problem)
                .containsExactly("unlinked", null);
    }

    @Test
    void a_record_that_was_written_anew_and_broken_afterwards_accuses_no_other() {
        List<Commit> original = Commits.record(GUANGXI, 2, "original", Map.of());
        List<Commit> forged = Commits.record(HUNAN, 5, "anew", Map.of(2L, new Head(999, "f".repeat(64))));
        List<Commit> dropped = new ArrayList<>(forged);
        dropped.remove(2);
        assertThat(check(Commits.stored(dropped), Commits.stored(original), List.of()))
                .extracting(Verdict::problem)
                .containsExactly("missing", null);
        assertThat(check(
                        Commits.stored(forged.subList(0, 4)),
                        Commits.stored(original),
                        List.of(checkpointOf(HUNAN, "gx", forged.getLast()))))
                .as("cut off, and nobody confirms what is left")
                .extracting(Verdict::problem)
                .containsExactly("truncated", null);
    }

    @Test
    void who_contradicts_a_record_that_others_confirm_without_being_confirmed_is_the_one_that_is_wrong() {
        List<Commit> original = Commits.record(GUANGXI, 5, "original", Map.of());
        List<Commit> forged = Commits.record(HUNAN, 3, "anew", Map.of(2L, new Head(4, "f".repeat(64))));
        Claim ofGuangxi = checkpointOf(GUANGXI, "hn", original.getLast());

        assertThat(check(Commits.stored(forged), Commits.stored(original), List.of(ofGuangxi)))
                .containsExactly(
                        withHead(forged.getFirst(), broken(1, 2, "rewritten", 0, ofGuangxi)),
                        new Verdict(GUANGXI, 5, original.getLast().hash(), null, null, 5, List.of(ofGuangxi)));
        assertThat(check(
                        Commits.stored(forged),
                        Commits.stored(original),
                        List.of(checkpointOf(GUANGXI, "hn", original.get(2)))))
                .as("what nobody confirms, the other record refutes as ever")
                .extracting(Verdict::problem)
                .containsExactly(null, "rewritten");
    }

    @Test
    void who_says_to_have_seen_a_commit_before_the_first_is_the_one_that_is_wrong() {
        List<Commit> original = Commits.record(GUANGXI, 2, "original", Map.of());
        List<Commit> senseless = Commits.record(HUNAN, 3, "anew", Map.of(2L, new Head(-1, "f".repeat(64))));
        assertThat(check(Commits.stored(senseless), Commits.stored(original), List.of()))
                .extracting(Verdict::problem)
                .containsExactly("rewritten", null);
    }

    @Test
    void a_side_that_signs_what_it_wrote_anew_is_refuted_by_what_the_other_one_signed() {
        List<Commit> anew = Commits.record(HUNAN, 5, "as it should have been", Map.of());
        List<Verdict> verdicts = check(
                Commits.stored(anew),
                Commits.stored(guangxi),
                List.of(checkpointOf(HUNAN, "gx", anew.getLast()), checkpointOf(GUANGXI, "hn", guangxi.getLast())));
        assertThat(verdicts).extracting(Verdict::problem).containsExactly("rewritten", null);
        assertThat(verdicts.getFirst().proofs()).containsExactly(seenByGuangxi(4));
    }

    private static Commit renumbered(Commit commit, long version) {
        return Commits.with(commit, version, commit.events(), commit.hash());
    }

    private static Commit anew(Commit commit) {
        return Commits.hashed(Commits.with(
                commit, commit.version(), List.of(new EventData("case.noted.v1", "{\"words\":\"other\"}")), ""));
    }

    private static Stored at(long position, Commit commit) {
        return new Stored.Readable(position, commit);
    }

    private Verdict verdict(List<Commit> record, Claim... claims) {
        return check(Commits.stored(record), Commits.stored(guangxi), List.of(claims))
                .getFirst();
    }

    private Verdict broken(long commits, long at, String problem, long proven, Claim... proofs) {
        String head = commits == 0
                ? org.lianzhi.journal.CommitHash.GENESIS
                : hunan.get((int) commits - 1).hash();
        return new Verdict(HUNAN, commits, head, at, problem, proven, List.of(proofs));
    }

    private static Verdict withHead(Commit head, Verdict v) {
        return new Verdict(v.stream(), v.commits(), head.hash(), v.brokenAt(), v.problem(), v.provenUpTo(), v.proofs());
    }

    private Claim seenByGuangxi(long version) {
        return new Claim(
                Claim.RECORD,
                "gx",
                GUANGXI,
                2,
                guangxi.get(1).appendedAt(),
                HUNAN,
                version,
                hunan.get((int) version - 1).hash());
    }

    private Claim checkpoint(String keeper, int version) {
        return checkpointOf(HUNAN, keeper, hunan.get(version - 1));
    }

    private static Claim checkpointOf(String stream, String keeper, Commit head) {
        return new Claim(
                Claim.CHECKPOINT,
                keeper,
                "checkpoint-0@hn",
                head.version(),
                SIGNED,
                stream,
                head.version(),
                head.hash());
    }

    private Claim copy(int version) {
        return RecordCheck.copy("timeline", HUNAN, Commits.stored(hunan), 5).get(version - 1);
    }

    private static List<Verdict> check(List<Stored> hunan, List<Stored> guangxi, List<Claim> claims) {
        Map<String, List<Stored>> records = new LinkedHashMap<>();
        records.put(HUNAN, hunan);
        records.put(GUANGXI, guangxi);
        return RecordCheck.check(
                records,
                stream -> claims.stream()
                        .filter(claim -> claim.stream().equals(stream))
                        .toList());
    }
}
