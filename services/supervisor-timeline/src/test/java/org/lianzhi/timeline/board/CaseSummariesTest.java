package org.lianzhi.timeline.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
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

class CaseSummariesTest {

    private static final Side HUNAN = new Side("hn");
    private static final Side GUANGXI = new Side("gx");
    private static final Instant START = Instant.parse("2024-07-08T00:00:00Z");
    private static final Instant DUE = Instant.parse("2024-07-10T10:00:00Z");
    private final CaseSummaries summaries = new CaseSummaries();
    private final Map<String, Long> versions = new HashMap<>();

    @Property(tries = 300)
    void any_delivery_gives_what_a_plain_reading_of_both_records_gives(
            @ForAll long seed, @ForAll @IntRange(max = 25) int steps) {
        versions.clear();
        Random random = new Random(seed);
        List<IncomingEvent> history = history(random, steps);
        CaseSummary plain = fold(history);

        List<IncomingEvent> delivered = new ArrayList<>(history);
        delivered.addAll(history);
        Collections.shuffle(delivered, random);

        assertThat(deliver(delivered)).isEqualTo(plain);
        assertThat(deliver(history.reversed())).isEqualTo(plain);
    }

    @Example
    void the_state_follows_the_last_events_of_both_records() {
        versions.clear();
        List<IncomingEvent> story = new ArrayList<>();
        story.add(event(HUNAN, 0, opened(HUNAN)));
        expect(story, "acknowledging", null, DUE);
        story.add(event(GUANGXI, 1, new CaseEvent.CaseJoined("451123-branch", DUE, "rule", 1)));
        story.add(event(GUANGXI, 2, new CaseEvent.CaseAcknowledged("451123-branch")));
        expect(story, "acknowledging", "hn", DUE);
        story.add(event(HUNAN, 3, new CaseEvent.CaseAcknowledged("431129-branch")));
        expect(story, "inspecting", null, null);
        story.add(event(HUNAN, 4, new CaseEvent.FindingConfirmed("f", "d", 1)));
        expect(story, "rectifying", null, null);
        story.add(event(HUNAN, 5, new CaseEvent.ClosureSigned("d", "rectified-and-verified", 1)));
        expect(story, "signing", "gx", null);
        story.add(event(HUNAN, 6, new CaseEvent.ClosureWithdrawn("d", "words", 1)));
        expect(story, "signing", null, null);
        story.add(event(HUNAN, 7, new CaseEvent.CaseClosed("d", "rectified-and-verified", 1)));
        expect(story, "signing", "gx", null);
        story.add(event(GUANGXI, 8, new CaseEvent.CaseClosed("d", "rectified-and-verified", 1)));
        expect(story, "closed", null, null);
        story.add(event(GUANGXI, 9, new CaseEvent.CaseReopened("not-fixed", "words", 2)));
        expect(story, "inspecting", null, null);
    }

    @Example
    void one_reopening_is_enough_for_both_sides() {
        versions.clear();
        List<IncomingEvent> story = new ArrayList<>();
        story.add(event(HUNAN, 0, opened(HUNAN)));
        story.add(event(GUANGXI, 1, new CaseEvent.CaseJoined("451123-branch", DUE, "rule", 1)));
        story.add(event(GUANGXI, 2, new CaseEvent.CaseAcknowledged("451123-branch")));
        story.add(event(HUNAN, 3, new CaseEvent.CaseAcknowledged("431129-branch")));
        for (Side side : List.of(HUNAN, GUANGXI)) {
            story.add(event(side, 5, new CaseEvent.ClosureSigned("d", "rectified-and-verified", 1)));
        }
        story.add(event(GUANGXI, 6, new CaseEvent.CaseClosed("d", "rectified-and-verified", 1)));
        story.add(event(GUANGXI, 7, new CaseEvent.CaseReopened("not-fixed", "words", 2)));
        // The clock of the other side runs ahead, and it noted the end later than it was over.
        story.add(event(HUNAN, 8, new CaseEvent.CaseClosed("d", "rectified-and-verified", 1)));
        expect(story, "inspecting", null, null);
        expectOwed(story);

        Place outlet = new Place("431129", "outlet", null, null);
        story.add(event(HUNAN, 9, new CaseEvent.InspectionProposed("i", "d", DUE, outlet, "look", 2)));
        expect(story, "inspecting", null, null);
        expectOwed(story, "answer-inspection gx");

        story.add(event(GUANGXI, 10, new CaseEvent.InspectionAccepted("i", "d", 2)));
        story.add(event(GUANGXI, 11, new CaseEvent.ClosureSigned("d2", "rectified-and-verified", 2)));
        expect(story, "signing", "hn", null);
        expectOwed(story, "sign hn");

        story.add(event(HUNAN, 12, new CaseEvent.ClosureSigned("d2", "rectified-and-verified", 2)));
        story.add(event(HUNAN, 13, new CaseEvent.CaseClosed("d2", "rectified-and-verified", 2)));
        expect(story, "signing", null, null);
        story.add(event(GUANGXI, 14, new CaseEvent.CaseClosed("d2", "rectified-and-verified", 2)));
        expect(story, "closed", null, null);
        assertThat(deliver(story.reversed())).isEqualTo(fold(story));
    }

    private void expectOwed(List<IncomingEvent> story, String... owed) {
        assertThat(fold(story).owed())
                .extracting(each -> each.act() + " " + each.side())
                .containsExactly(owed);
    }

    @Example
    void a_side_that_declined_is_waited_for_no_longer() {
        versions.clear();
        List<IncomingEvent> story = new ArrayList<>();
        story.add(event(HUNAN, 0, opened(HUNAN)));
        story.add(event(GUANGXI, 1, new CaseEvent.CaseDeclined("other", "words")));
        expect(story, "declined", null, null);
    }

    private void expect(List<IncomingEvent> story, String state, @Nullable String waitingFor, @Nullable Instant dueAt) {
        CaseSummary summary = fold(story);
        assertThat(summary.state()).isEqualTo(state);
        assertThat(summary.waitingFor()).isEqualTo(waitingFor);
        assertThat(summary.dueAt()).isEqualTo(dueAt);
    }

    private CaseSummary fold(List<IncomingEvent> events) {
        CaseSummary summary = null;
        for (IncomingEvent event : events) {
            summary = summaries.apply("1", summary, event);
        }
        return Objects.requireNonNull(summary);
    }

    /** As the gate lets events through: the next of a stream, none twice; what came too early comes again. */
    private CaseSummary deliver(List<IncomingEvent> events) {
        CaseSummary summary = null;
        Map<String, Long> applied = new HashMap<>();
        for (boolean moved = true; moved; ) {
            moved = false;
            for (IncomingEvent event : events) {
                String stream = event.stream().toString();
                if (event.version() == applied.getOrDefault(stream, 0L) + 1) {
                    summary = summaries.apply("1", summary, event);
                    applied.put(stream, event.version());
                    moved = true;
                }
            }
        }
        return Objects.requireNonNull(summary);
    }

    private List<IncomingEvent> history(Random random, int steps) {
        List<CaseEvent> possible = List.of(
                new CaseEvent.CaseAcknowledged("b"),
                new CaseEvent.CaseDeclined("other", "words"),
                new CaseEvent.AcknowledgementMissed(DUE),
                new CaseEvent.InspectionAccepted("i", "d", 1),
                new CaseEvent.SampleReceived("s", "l", true, DUE),
                new CaseEvent.FindingDissented("f", "d", "words", 1),
                new CaseEvent.MeasureFoundWanting("o", "m", "d", "words", 1),
                new CaseEvent.ClosureSigned("d", "o", 1),
                new CaseEvent.ClosureWithdrawn("d", "words", 1),
                new CaseEvent.CaseClosed("d", "o", 1),
                new CaseEvent.CaseReopened("not-fixed", "words", 2),
                new CaseEvent.ClosureSigned("d2", "o", 2),
                new CaseEvent.CaseClosed("d2", "o", 2),
                new CaseEvent.CaseReopened("not-fixed", "words", 3));
        List<IncomingEvent> history = new ArrayList<>();
        history.add(event(HUNAN, 0, opened(HUNAN)));
        history.add(
                random.nextInt(4) == 0
                        ? event(GUANGXI, random.nextInt(2), opened(GUANGXI))
                        : event(GUANGXI, 1, new CaseEvent.CaseJoined("451123-branch", DUE, "rule", 1)));
        for (int i = 0; i < steps; i++) {
            history.add(event(
                    random.nextBoolean() ? HUNAN : GUANGXI,
                    // Now and then both sides act at the same moment, or on clocks that differ.
                    random.nextInt(20),
                    possible.get(random.nextInt(possible.size()))));
        }
        return history;
    }

    private IncomingEvent event(Side side, int second, CaseEvent event) {
        StreamId stream = new StreamId("case", "1", side.code());
        long version = versions.merge(stream.toString(), 1L, Long::sum);
        String commit = side + "-" + version;
        return new IncomingEvent(
                commit + "#0",
                WireTypes.of(event).toString(),
                stream,
                version,
                0,
                1,
                START.plusSeconds(second),
                commit,
                "cause",
                side + "/-/policy/test",
                Map.of(),
                "",
                "",
                EventJson.write(event).getBytes(StandardCharsets.UTF_8));
    }

    private static CaseEvent.CaseOpened opened(Side lead) {
        Place outlet = new Place("431129", "outlet", null, null);
        return new CaseEvent.CaseOpened(
                "hunan-guangxi",
                1,
                lead,
                lead.equals(HUNAN) ? "431129-branch" : "451123-branch",
                lead.equals(HUNAN) ? GUANGXI : HUNAN,
                lead.equals(HUNAN) ? "451123-branch" : "431129-branch",
                Ground.OUTLET,
                new ReleasedSummary(
                        "livestock-wastewater", "t", "a", outlet, null, null, START, "rain", null, List.of(), true),
                DUE,
                "rule",
                1);
    }
}
