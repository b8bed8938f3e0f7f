package org.lianzhi.timeline.board;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.IncomingEvent;
import org.lianzhi.journal.StreamId;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.Ground;
import org.lianzhi.model.Place;
import org.lianzhi.model.ReleasedSummary;
import org.lianzhi.model.Side;
import org.lianzhi.model.wire.ContentDigest;
import org.lianzhi.model.wire.EventJson;
import org.lianzhi.model.wire.WireTypes;
import org.lianzhi.timeline.board.CaseSummary.Owed;
import org.lianzhi.timeline.exchange.Exchanges;
import org.lianzhi.timeline.exchange.Said;

/** What the board says is owed, against the pairing of questions and answers in the order in which they were said. */
class QuestionsTest {

    private static final Instant START = Instant.parse("2024-07-08T00:00:00Z");
    private static final Instant DUE = Instant.parse("2024-07-10T10:00:00Z");
    private static final Place OUTLET = new Place("431129", "outlet", null, null);
    private final CaseSummaries summaries = new CaseSummaries();

    @Property(tries = 300)
    void whatever_record_comes_first_the_board_owes_what_the_timeline_calls_silence(
            @ForAll long seed, @ForAll @IntRange(max = 30) int steps) {
        Random random = new Random(seed);
        List<Said> story = story(random, steps);

        assertThat(told(delivered(story, random).owed())).isEqualTo(silences(story));
    }

    @Example
    void a_measure_that_was_found_wanting_is_owed_again_by_who_ordered_it() {
        List<Said> story = new ArrayList<>(opening());
        story.add(said("gx", 10, ordered("o")));
        story.add(said("gx", 20, done("o", "words")));
        assertThat(told(delivered(story, new Random(1)).owed()))
                .containsExactly("verify-measure hn 2024-07-08T00:00:20Z null");
        story.add(said("hn", 30, wanting("o", "words")));
        assertThat(told(delivered(story, new Random(2)).owed()))
                .containsExactly("measure-done gx 2024-07-08T00:00:30Z 2024-07-20T16:00:00Z");
        assertThat(delivered(story, new Random(2)).dueAt()).isEqualTo("2024-07-20T16:00:00Z");
    }

    @Example
    void a_measure_is_owed_by_who_ordered_it_whoever_found_it_wanting() {
        List<Said> story = new ArrayList<>(opening());
        story.add(said("gx", 10, ordered("o")));
        story.add(said("gx", 20, done("o", "words")));
        story.add(said("hn", 30, verified("o", "words", 1)));
        story.add(said("gx", 40, wanting("o", "words")));
        assertOwed(story, "measure-done gx 2024-07-08T00:00:40Z 2024-07-20T16:00:00Z");
    }

    @Example
    void a_verdict_is_about_one_report_and_the_last_report_counts() {
        List<Said> story = new ArrayList<>(opening());
        story.add(said("gx", 10, ordered("o")));
        story.add(said("gx", 20, done("o", "words")));
        story.add(said("gx", 25, done("o", "more words")));
        story.add(said("hn", 30, wanting("o", "more words")));
        assertOwed(story, "measure-done gx 2024-07-08T00:00:30Z 2024-07-20T16:00:00Z");
        story.add(said("gx", 40, done("o", "other words")));
        assertOwed(story, "verify-measure hn 2024-07-08T00:00:40Z null");
        story.add(said("hn", 50, verified("o", "other words", 1)));
        assertOwed(story);
    }

    @Example
    void what_was_verified_is_to_be_looked_at_again_when_the_case_is_and_a_sham_is_to_be_done_anew() {
        List<Said> story = new ArrayList<>(opening());
        story.add(said("gx", 10, ordered("o")));
        story.add(said("gx", 20, done("o", "words")));
        story.add(said("hn", 30, verified("o", "words", 1)));
        story.add(said("gx", 35, new CaseEvent.CaseClosed("d", "o", 1)));
        story.add(said("gx", 40, new CaseEvent.CaseReopened("not-fixed", "words", 2)));
        story.add(said("hn", 45, new CaseEvent.CaseClosed("d", "o", 1)));
        assertOwed(story, "verify-measure hn 2024-07-08T00:00:40Z null");
        story.add(said("hn", 50, verified("o", "words", 2)));
        assertOwed(story);
        CaseEvent.Sham sham = new CaseEvent.Sham("m", ContentDigest.of(done("o", "words")));
        story.add(said(
                "hn",
                60,
                new CaseEvent.AfterChecked(
                        "o",
                        "d",
                        START,
                        OUTLET,
                        CaseEvent.Capacity.ATTENDING,
                        List.of(),
                        "rain",
                        "w",
                        List.of(sham),
                        List.of(),
                        2)));
        assertOwed(story, "measure-done gx 2024-07-08T00:01:00Z 2024-07-20T16:00:00Z");
    }

    @Example
    void what_no_closing_ended_is_still_asked_after_a_reopening() {
        List<Said> story = new ArrayList<>(opening());
        story.add(said("hn", 10, proposed("f", 1)));
        story.add(said("hn", 20, new CaseEvent.RecordConcluded("handed-on", "words", 2, 1)));
        story.add(said("hn", 30, new CaseEvent.CaseReopened("new-facts", "words", 2)));
        assertOwed(story, "answer-finding gx 2024-07-08T00:00:10Z null");
    }

    /** On the board, in whatever order it is delivered, and in the timeline. */
    private void assertOwed(List<Said> story, String... owed) {
        for (int seed = 1; seed <= 5; seed++) {
            assertThat(told(delivered(story, new Random(seed)).owed())).containsExactly(owed);
        }
        assertThat(silences(story)).containsExactly(owed);
    }

    private static List<String> silences(List<Said> story) {
        return Exchanges.of(story).unanswered().stream()
                .map(open -> open.act() + " " + open.side() + " " + open.since() + " " + open.dueAt())
                .sorted()
                .toList();
    }

    private static CaseEvent.MeasureReportedDone done(String order, String account) {
        return new CaseEvent.MeasureReportedDone(order, "m", account, LocalDate.EPOCH, List.of());
    }

    private static CaseEvent.MeasureFoundWanting wanting(String order, String account) {
        return new CaseEvent.MeasureFoundWanting(order, "m", ContentDigest.of(done(order, account)), "words", 1);
    }

    private static CaseEvent.MeasureVerified verified(String order, String account, int epoch) {
        return new CaseEvent.MeasureVerified(
                order, "m", ContentDigest.of(done(order, account)), CaseEvent.Capacity.ATTENDING, "words", epoch);
    }

    @Example
    void what_was_asked_before_a_reopening_is_asked_no_longer() {
        List<Said> story = new ArrayList<>(opening());
        story.add(said("hn", 10, proposed("f", 1)));
        story.add(said("hn", 20, new CaseEvent.CaseClosed("d", "o", 1)));
        story.add(said("gx", 30, new CaseEvent.CaseClosed("d", "o", 1)));
        story.add(said("gx", 40, new CaseEvent.CaseReopened("not-fixed", "words", 2)));
        story.add(said("hn", 45, new CaseEvent.CaseReopened("not-fixed", "words", 2)));
        assertThat(delivered(story, new Random(1)).owed()).isEmpty();
        story.add(said("hn", 50, proposed("f2", 2)));
        assertThat(told(delivered(story, new Random(3)).owed()))
                .containsExactly("answer-finding gx 2024-07-08T00:00:50Z null");
    }

    private static List<String> told(List<Owed> owed) {
        return owed.stream()
                .map(open -> open.act() + " " + open.side() + " " + open.since() + " " + open.dueAt())
                .sorted()
                .toList();
    }

    /** Everybody answers only what was asked, and each question once. */
    private static List<Said> story(Random random, int steps) {
        List<Said> story = new ArrayList<>(opening());
        Map<String, String> visits = new TreeMap<>();
        Map<String, String> findings = new TreeMap<>();
        Map<String, String> undone = new TreeMap<>();
        Map<String, String> unverified = new TreeMap<>();
        Map<String, String> accounts = new HashMap<>();
        int epoch = 1;
        for (int i = 0; i < steps; i++) {
            String side = random.nextBoolean() ? "hn" : "gx";
            String ref = "r" + i;
            int at = 10 + i;
            int now = epoch;
            switch (random.nextInt(12)) {
                case 0 -> {
                    visits.put(ref, side);
                    story.add(said(side, at, new CaseEvent.InspectionProposed(ref, "d", DUE, OUTLET, "p", now)));
                }
                case 1 ->
                    answer(visits, random)
                            .forEach((visit, other) ->
                                    story.add(said(other, at, new CaseEvent.InspectionDeclined(visit, "d", "w", 1))));
                case 2 -> {
                    findings.put(ref, side);
                    story.add(said(side, at, proposed(ref, now)));
                }
                case 3 ->
                    answer(findings, random)
                            .forEach((finding, other) ->
                                    story.add(said(other, at, new CaseEvent.FindingDissented(finding, "d", "w", 1))));
                case 4 ->
                    answer(findings, random)
                            .forEach((finding, other) -> story.add(
                                    said(other(other), at, new CaseEvent.FindingWithdrawn(finding, "d", "w", 1))));
                case 5 -> {
                    undone.put(ref, side);
                    story.add(said(side, at, ordered(ref)));
                }
                case 6 ->
                    story.add(said(
                            side,
                            at,
                            new CaseEvent.JurisdictionStated(
                                    new Side(side), List.of(Ground.OUTLET), "w", DUE.plusSeconds(i), now)));
                case 7 ->
                    story.add(said(
                            side,
                            at,
                            new CaseEvent.DecisionReceived(
                                    "d", "issuer", "1", LocalDate.EPOCH, new Side("hn"), List.of(), now)));
                case 8 ->
                    undone.forEach((order, owner) -> story.add(said(
                            owner,
                            at,
                            new CaseEvent.MeasureExtended(order, "m", LocalDate.of(2024, 8, 1 + at % 20), "w", 1))));
                case 9 ->
                    answer(undone, random).forEach((order, other) -> {
                        unverified.put(order, other(other));
                        accounts.put(order, "account " + at);
                        story.add(said(other(other), at, done(order, "account " + at)));
                    });
                case 10 -> {
                    // The other side notes the end after it is over.
                    epoch++;
                    story.add(said(side, at, new CaseEvent.CaseClosed("d", "o", now)));
                    story.add(said(side, at, new CaseEvent.CaseReopened("not-fixed", "w", now + 1)));
                    story.add(said(other(side), at, new CaseEvent.CaseClosed("d", "o", now)));
                }
                default ->
                    answer(unverified, random).forEach((order, other) -> {
                        String by = random.nextInt(3) == 0 ? other(other) : other;
                        String account = requireNonNull(accounts.get(order));
                        if (random.nextBoolean()) {
                            undone.put(order, other(other));
                            story.add(said(by, at, wanting(order, account)));
                        } else {
                            // It may yet be found wanting.
                            unverified.put(order, other(other));
                            story.add(said(by, at, verified(order, account, now)));
                        }
                    });
            }
        }
        return story;
    }

    /** Takes one of them away, if there is any, and says who is to answer. */
    private static Map<String, String> answer(Map<String, String> asked, Random random) {
        List<String> refs = List.copyOf(asked.keySet());
        if (refs.isEmpty()) {
            return Map.of();
        }
        String ref = refs.get(random.nextInt(refs.size()));
        @Nullable String asker = asked.remove(ref);
        return Map.of(ref, other(String.valueOf(asker)));
    }

    private static String other(String side) {
        return side.equals("hn") ? "gx" : "hn";
    }

    private CaseSummary delivered(List<Said> story, Random random) {
        Map<String, List<Said>> left = new TreeMap<>();
        story.forEach(said ->
                left.computeIfAbsent(said.side(), any -> new ArrayList<>()).add(said));
        Map<String, Long> versions = new HashMap<>();
        CaseSummary summary = null;
        while (!left.values().stream().allMatch(List::isEmpty)) {
            List<List<Said>> some =
                    left.values().stream().filter(list -> !list.isEmpty()).toList();
            Said next = some.get(random.nextInt(some.size())).removeFirst();
            summary = summaries.apply("1", summary, event(next, versions.merge(next.side(), 1L, Long::sum)));
        }
        return requireNonNull(summary);
    }

    private static IncomingEvent event(Said said, long version) {
        StreamId stream = new StreamId("case", "1", said.side());
        return new IncomingEvent(
                said.id(),
                WireTypes.of(said.event()).toString(),
                stream,
                version,
                0,
                1,
                said.at(),
                "c",
                "cause",
                said.side() + "/-/policy/test",
                Map.of(),
                "",
                "",
                EventJson.write(said.event()).getBytes(StandardCharsets.UTF_8));
    }

    private static List<Said> opening() {
        return List.of(
                said("hn", 0, opened()),
                said("gx", 1, new CaseEvent.CaseJoined("451123-branch", DUE, "rule", 1)),
                said("hn", 2, new CaseEvent.CaseAcknowledged("431129-branch")),
                said("gx", 3, new CaseEvent.CaseAcknowledged("451123-branch")));
    }

    private static Said said(String side, int second, CaseEvent event) {
        return new Said(side + second + event.getClass().getSimpleName(), side, START.plusSeconds(second), event);
    }

    private static CaseEvent.FindingProposed proposed(String finding, int epoch) {
        return new CaseEvent.FindingProposed(finding, "d", "a", "e", "s", "p", OUTLET, "w", List.of(), epoch);
    }

    private static CaseEvent.RectificationOrdered ordered(String order) {
        return new CaseEvent.RectificationOrdered(
                order,
                "d",
                "farm",
                "law",
                List.of(new CaseEvent.Measure("m", "words", LocalDate.parse("2024-07-20"))),
                1);
    }

    private static CaseEvent.CaseOpened opened() {
        return new CaseEvent.CaseOpened(
                "hunan-guangxi",
                1,
                new Side("hn"),
                "431129-branch",
                new Side("gx"),
                "451123-branch",
                Ground.OUTLET,
                new ReleasedSummary(
                        "livestock-wastewater", "t", "a", OUTLET, null, null, START, "rain", null, List.of(), true),
                DUE,
                "rule",
                1);
    }
}
