package org.lianzhi.notification.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.IncomingEvent;
import org.lianzhi.journal.StreamId;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.Ground;
import org.lianzhi.model.Place;
import org.lianzhi.model.PublishedEvent;
import org.lianzhi.model.ReleasedSummary;
import org.lianzhi.model.Side;
import org.lianzhi.model.wire.EventJson;
import org.lianzhi.model.wire.WireTypes;

/** Who takes part is a function of the two records, not of their journeys. */
class MattersTest {

    private static final Instant AT = Instant.parse("2024-07-08T01:00:00Z");
    private static final Side HUNAN = new Side("hn");
    private static final Side GUANGXI = new Side("gx");

    enum Said {
        OPENS,
        JOINS,
        ACKNOWLEDGES,
        SAYS_WHAT_NOBODY_KNOWS_YET
    }

    @Property
    void whichever_record_comes_first_the_matter_is_the_same(
            @ForAll @Size(max = 6) List<Said> hunan, @ForAll @Size(max = 6) List<Said> guangxi, @ForAll Random random) {
        List<IncomingEvent> ours = record(HUNAN, hunan);
        List<IncomingEvent> theirs = record(GUANGXI, guangxi);
        List<IncomingEvent> crossed = new ArrayList<>(theirs);
        // Anywhere, but in their own order.
        int place = 0;
        for (IncomingEvent event : ours) {
            place += random.nextInt(crossed.size() - place + 1);
            crossed.add(place, event);
            place++;
        }
        List<IncomingEvent> oneAfterTheOther = new ArrayList<>(ours);
        oneAfterTheOther.addAll(theirs);

        Matter matter = matter(crossed);

        assertThat(matter).isEqualTo(matter(oneAfterTheOther));
        assertThat(matter.isKnown()).isEqualTo(hunan.contains(Said.OPENS) || guangxi.contains(Said.OPENS));
    }

    /** Else they would be kept for ever, waiting for an opening that never comes. */
    @Example
    void what_is_said_at_desks_is_no_matter_of_which_anybody_is_told() {
        assertThat(List.of("case", "report", "supervision", "access"))
                .allMatch(kind -> Matters.tells(new StreamId(kind, "1", "hn")));
        assertThat(List.of("desk", "rota")).noneMatch(kind -> Matters.tells(new StreamId(kind, "1", "hn")));
    }

    @Example
    void an_event_is_for_the_office_that_dealt_with_the_matter_when_it_happened() {
        Matter.Participant first = new Matter.Participant("hn", "431129-branch");
        Matter report = Matter.UNKNOWN
                .opened("hn", List.of(first))
                .designating(new Matter.Designation("hn", "431124-branch", 3L, null))
                .designating(new Matter.Designation("hn", "431125-branch", 5L, null));
        assertThat(List.of(1L, 3L, 4L, 5L, 6L).stream()
                        .map(version ->
                                report.toldFor(first, toTell(version, AT)).bureau()))
                .containsExactly("431129-branch", "431129-branch", "431124-branch", "431124-branch", "431125-branch");

        Matter joint = Matter.UNKNOWN
                .opened("hn", List.of(first))
                .designating(new Matter.Designation("gx", "451123-branch", null, AT))
                .designating(new Matter.Designation("hn", "431124-branch", null, AT));
        assertThat(joint.toldFor(first, toTell(9, AT.minusMillis(1))).bureau()).isEqualTo("431129-branch");
        assertThat(joint.toldFor(first, toTell(1, AT)).bureau()).isEqualTo("431124-branch");
        assertThat(joint.officesOf(first)).containsExactly("431124-branch", "431129-branch");
    }

    /** An earlier version kept the latest office of a side, and not since when. */
    @Example
    void an_office_of_an_earlier_versions_document_is_told() {
        Matter.Participant first = new Matter.Participant("hn", "431129-branch");
        Matter before = Matter.UNKNOWN
                .opened("hn", List.of(first))
                .designating(new Matter.Designation("hn", "431124-branch", null, null));
        assertThat(before.toldFor(first, toTell(1, AT)).bureau()).isEqualTo("431124-branch");
    }

    private static ToTell toTell(long version, Instant at) {
        return new ToTell("e", "case.acknowledged.v1", "hn", version, at, "hn/-/policy/test", "{}");
    }

    private static Matter matter(List<IncomingEvent> events) {
        Matters matters = new Matters();
        @Nullable Matter matter = null;
        for (IncomingEvent event : events) {
            matter = matters.apply("case-1", matter, event);
        }
        return matter == null ? Matter.UNKNOWN : matter;
    }

    private static List<IncomingEvent> record(Side side, List<Said> story) {
        List<IncomingEvent> events = new ArrayList<>();
        story.forEach(said -> events.add(event(side, events.size() + 1, said)));
        return events;
    }

    private static IncomingEvent event(Side side, long version, Said said) {
        return switch (said) {
            case OPENS -> event(side, version, opened(side));
            case JOINS -> event(side, version, new CaseEvent.CaseJoined("b-1", AT, "rule", 1));
            case ACKNOWLEDGES -> event(side, version, new CaseEvent.CaseAcknowledged("b-1"));
            case SAYS_WHAT_NOBODY_KNOWS_YET -> event(side, version, "case.mediated.v1", "{}");
        };
    }

    private static IncomingEvent event(Side side, long version, PublishedEvent event) {
        return event(side, version, WireTypes.of(event).toString(), EventJson.write(event));
    }

    private static IncomingEvent event(Side side, long version, String type, String json) {
        return new IncomingEvent(
                "c-" + version + "#0",
                type,
                new StreamId("case", "1", side.code()),
                version,
                0,
                1,
                AT,
                "c-" + version,
                "cause",
                side + "/-/policy/test",
                Map.of(),
                "",
                "",
                json.getBytes(StandardCharsets.UTF_8));
    }

    private static CaseEvent.CaseOpened opened(Side lead) {
        Side other = lead.equals(HUNAN) ? GUANGXI : HUNAN;
        Place outlet = new Place("431129", "outlet", null, null);
        return new CaseEvent.CaseOpened(
                "hunan-guangxi",
                1,
                lead,
                lead + "-bureau",
                other,
                other + "-bureau",
                Ground.OUTLET,
                new ReleasedSummary(
                        "livestock-wastewater", "t", "a", outlet, null, null, AT, "rain", null, List.of(), true),
                AT,
                "rule",
                1);
    }
}
