package org.lianzhi.timeline.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.lianzhi.evidence.domain.RecordCheck;
import org.lianzhi.evidence.domain.Verdict;
import org.lianzhi.journal.CommitHash;

@Tag("fast")
class CausalOrderTest {

    private static final Instant START = Instant.parse("2024-07-08T00:00:00Z");

    @Property(tries = 200)
    void any_delivery_gives_the_same_order_and_what_was_seen_comes_first(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int commits) {
        List<RecordEntry> history = history(new Random(seed), commits);
        List<RecordEntry> shuffledAndDoubled = new ArrayList<>(history);
        shuffledAndDoubled.addAll(history);
        Collections.shuffle(shuffledAndDoubled, new Random(seed + 1));

        List<RecordEntry> ordered = CausalOrder.of(shuffledAndDoubled);

        assertThat(ordered).isEqualTo(CausalOrder.of(history)).hasSameSizeAs(history);
        for (RecordEntry entry : history) {
            entry.seen()
                    .forEach(seen -> assertThat(position(ordered, "case-1@" + seen.side(), seen.version()))
                            .isLessThan(ordered.indexOf(entry)));
            if (entry.version() > 1) {
                assertThat(position(ordered, entry.stream(), entry.version() - 1))
                        .isLessThan(ordered.indexOf(entry));
            }
        }
    }

    @Property(tries = 50)
    void whatever_somebody_wrote_of_what_was_seen_every_commit_is_there_in_its_place_of_its_record(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 30) int commits) {
        Random random = new Random(seed);
        List<RecordEntry> history = new ArrayList<>(history(random, commits));
        for (int i = 0; i < 3; i++) {
            int changed = random.nextInt(history.size());
            RecordEntry entry = history.get(changed);
            String other = entry.side().equals("hn") ? "gx" : "hn";
            history.set(changed, withSeen(entry, new RecordEntry.Seen(other, 1 + random.nextInt(99), "h")));
        }

        List<RecordEntry> ordered = CausalOrder.of(history);

        assertThat(ordered).containsExactlyInAnyOrderElementsOf(history);
        assertThat(CausalOrder.of(history.reversed())).isEqualTo(ordered);
        for (RecordEntry entry : history) {
            if (entry.version() > 1) {
                assertThat(position(ordered, entry.stream(), entry.version() - 1))
                        .isLessThan(ordered.indexOf(entry));
            }
        }
    }

    @Example
    void of_two_that_have_seen_each_other_the_earlier_goes_first() {
        RecordEntry hunan = entry("hn", List.of(), 1, START, List.of(new RecordEntry.Seen("gx", 1, "h")));
        RecordEntry guangxi =
                entry("gx", List.of(), 2, START.plusSeconds(1), List.of(new RecordEntry.Seen("hn", 7, "h")));

        assertThat(CausalOrder.of(List.of(guangxi, hunan))).containsExactly(hunan, guangxi);
    }

    private static RecordEntry withSeen(RecordEntry e, RecordEntry.Seen seen) {
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

    @Property(tries = 50)
    void a_changed_a_dropped_and_a_swapped_commit_are_each_found(
            @ForAll long seed, @ForAll @IntRange(min = 4, max = 30) int commits) {
        List<RecordEntry> hunan = history(new Random(seed), commits).stream()
                .filter(entry -> entry.side().equals("hn"))
                .toList();
        assertThat(check(hunan).intact()).isTrue();
        if (hunan.size() < 3) {
            return;
        }
        int victim = 1 + Math.floorMod(seed, hunan.size() - 2);
        List<RecordEntry> dropped = new ArrayList<>(hunan);
        dropped.remove(victim);
        assertThat(check(dropped))
                .isEqualTo(new Verdict(
                        "case-1@hn", victim, hunan.get(victim - 1).hash(), victim + 1L, "missing", 0, List.of()));
        List<RecordEntry> changed = new ArrayList<>(hunan);
        changed.set(victim, withJson(hunan.get(victim), "{\"n\":-1}"));
        assertThat(check(changed))
                .isEqualTo(new Verdict(
                        "case-1@hn", victim, hunan.get(victim - 1).hash(), victim + 1L, "changed", 0, List.of()));
    }

    private static Verdict check(List<RecordEntry> record) {
        return RecordCheck.check(Map.of("case-1@hn", Received.of(record)), any -> List.of())
                .getFirst();
    }

    private static int position(List<RecordEntry> ordered, String stream, long version) {
        for (int i = 0; i < ordered.size(); i++) {
            if (ordered.get(i).stream().equals(stream) && ordered.get(i).version() == version) {
                return i;
            }
        }
        throw new AssertionError(stream + "/" + version + " is not there");
    }

    /** Two records whose commits see each other at random, on clocks that are up to an hour apart. */
    private static List<RecordEntry> history(Random random, int commits) {
        List<RecordEntry> all = new ArrayList<>();
        Map<String, List<RecordEntry>> records = Map.of("hn", new ArrayList<>(), "gx", new ArrayList<>());
        for (int i = 0; i < commits; i++) {
            String side = random.nextBoolean() ? "hn" : "gx";
            String other = side.equals("hn") ? "gx" : "hn";
            List<RecordEntry> own = Objects.requireNonNull(records.get(side));
            List<RecordEntry> theirs = Objects.requireNonNull(records.get(other));
            int seen = theirs.isEmpty() ? 0 : random.nextInt(theirs.size() + 1);
            Instant at = START.plusSeconds(i * 60L + (side.equals("hn") ? 3600 : 0));
            RecordEntry entry = entry(side, own, i, at, seen == 0 ? List.of() : List.of(seen(theirs.get(seen - 1))));
            own.add(entry);
            all.add(entry);
        }
        return all;
    }

    private static RecordEntry.Seen seen(RecordEntry entry) {
        return new RecordEntry.Seen(entry.side(), entry.version(), entry.hash());
    }

    private static RecordEntry entry(
            String side, List<RecordEntry> own, int number, Instant at, List<RecordEntry.Seen> seen) {
        long version = own.size() + 1L;
        String previous = own.isEmpty() ? CommitHash.GENESIS : own.getLast().hash();
        String json = "{\"n\":" + number + "}";
        RecordEntry unhashed = new RecordEntry(
                "c" + number + "#0",
                "case.noted.v1",
                "case-1@" + side,
                version,
                0,
                1,
                at,
                "c" + number,
                "cause",
                side + "/-/policy/test",
                seen,
                previous,
                "",
                json);
        String hash = CommitHash.of(
                previous,
                unhashed.stream(),
                version,
                unhashed.commitId(),
                "cause",
                unhashed.actor(),
                at,
                unhashed.seenHeads(),
                List.of(CommitHash.digest(unhashed.type(), unhashed.json())));
        return new RecordEntry(
                unhashed.id(),
                unhashed.type(),
                unhashed.stream(),
                version,
                0,
                1,
                at,
                unhashed.commitId(),
                "cause",
                unhashed.actor(),
                seen,
                previous,
                hash,
                json);
    }

    private static RecordEntry withJson(RecordEntry e, String json) {
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
                e.seen(),
                e.previousHash(),
                e.hash(),
                json);
    }
}
