package org.lianzhi.timeline.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

        List<String> silences = Exchanges.of(story).unanswered().stream()
                .map(open -> open.act() + " " + open.side() + " " + open.since() + " " + open.dueAt())
                .sorted()
                .toList();

        assertThat(told(delivered(story, random).owed())).isEqualTo(silences);
    }

    @Example
    void a_measure_that_was_found_wanting_is_owed_again_by_who_ordered_it() {
        List<Said> story = new ArrayList<>(opening());
        story.add(said("gx", 10, ordered("o")));
        story.add(said("gx", 20, new CaseEvent.MeasureReportedDone("o", "m", "words", LocalDate.EPOCH, List.of())));
        assertThat(told(delivered(story, new Random(1)).owed()))
                .containsExactly("verify-measure hn 2024-07-08T00:00:20Z null");
        story.add(said("hn", 30, new CaseEvent.MeasureFoundWanting("o", "m", "d", "words", 1)));
        assertThat(told(delivered(story, new Random(2)).owed()))
                .containsExactly("measure-done gx 2024-07-08T00:00:30Z 2024-07-20T16:00:00Z");
        assertThat(delivered(story, new Random(2)).dueAt()).isEqualTo("2024-07-20T16:00:00Z");
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
        for (int i = 0; i < steps; i++) {
            String side = random.nextBoolean() ? "hn" : "gx";
            String ref = "r" + i;
            int at = 10 + i;
            switch (random.nextInt(11)) {
                case 0 -> {
                    visits.put(ref, side);
                    story.add(said(side, at, new CaseEvent.InspectionProposed(ref, "d", DUE, OUTLET, "p", 1)));
                }
                case 1 ->
                    answer(visits, random)
                            .forEach((visit, other) ->
                                    story.add(said(other, at, new CaseEvent.InspectionDeclined(visit, "d", "w", 1))));
                case 2 -> {
                    findings.put(ref, side);
                    story.add(said(side, at, proposed(ref, 1)));
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
                                    new Side(side), List.of(Ground.OUTLET), "w", DUE.plusSeconds(i), 1)));
                case 7 ->
                    story.add(said(
                            side,
                            at,
                            new CaseEvent.DecisionReceived(
                                    "d", "issuer", "1", LocalDate.EPOCH, new Side("hn"), List.of(), 1)));
                case 8 ->
                    undone.forEach((order, owner) -> story.add(said(
                            owner,
                            at,
                            new CaseEvent.MeasureExtended(order, "m", LocalDate.of(2024, 8, 1 + at % 20), "w", 1))));
                case 9 ->
                    answer(undone, random).forEach((order, other) -> {
                        unverified.put(order, other(other));
                        story.add(said(
                                other(other),
                                at,
                                new CaseEvent.MeasureReportedDone(order, "m", "w", LocalDate.EPOCH, List.of())));
                    });
                default ->
                    answer(unverified, random).forEach((order, other) -> {
                        if (random.nextBoolean()) {
                            undone.put(order, other(other));
                            story.add(said(other, at, new CaseEvent.MeasureFoundWanting(order, "m", "d", "w", 1)));
                        } else {
                            story.add(said(
                                    other,
                                    at,
                                    new CaseEvent.MeasureVerified(
                                            order, "m", "d", CaseEvent.Capacity.ATTENDING, "w", 1)));
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
        return Objects.requireNonNull(summary);
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
