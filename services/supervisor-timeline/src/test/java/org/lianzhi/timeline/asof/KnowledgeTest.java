package org.lianzhi.timeline.asof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.Place;
import org.lianzhi.model.wire.EventJson;
import org.lianzhi.model.wire.WireTypes;
import org.lianzhi.timeline.exchange.Said;
import org.lianzhi.timeline.record.RecordEntry;

@Tag("fast")
class KnowledgeTest {

    private static final Instant MONDAY = Instant.parse("2024-07-08T01:00:00Z");
    private static final Place OUTLET = new Place("431129", "outlet", null, null);

    private final List<RecordEntry> records = new ArrayList<>();
    private final Map<String, Long> versions = new LinkedHashMap<>();

    @Test
    void a_side_knows_its_own_record_up_to_the_moment_and_not_a_second_further() {
        given("hn", 10, 0, proposedVisit("i1"));
        given("hn", 20, 0, proposedVisit("i2"));

        assertThat(known("hn", 9)).isEmpty();
        assertThat(known("hn", 10)).containsExactly("hn/1");
        assertThat(known("hn", 20)).containsExactly("hn/1", "hn/2");
    }

    @Test
    void of_the_other_record_it_knows_what_its_own_commits_had_seen_however_early_that_was_written() {
        given("hn", 10, 0, proposedVisit("i1"));
        given("hn", 20, 0, proposedVisit("i2"));
        given("gx", 30, 1, new CaseEvent.InspectionAccepted("i1", "d", 1));

        assertThat(known("gx", 25)).as("it has written nothing yet").isEmpty();
        assertThat(known("gx", 30)).containsExactly("hn/1", "gx/1");
        assertThat(known("hn", 60)).containsExactly("hn/1", "hn/2");
    }

    @Test
    void a_side_whose_clock_runs_ahead_is_known_all_the_same_once_it_was_seen() {
        given("gx", 90, 0, proposedVisit("i1"));
        given("hn", 30, 1, new CaseEvent.InspectionDeclined("i1", "d", "no time", 1));

        assertThat(known("hn", 30)).containsExactly("gx/1", "hn/1");
    }

    @Test
    void an_entry_is_not_known_before_those_that_precede_it_whatever_its_time_says() {
        given("gx", 15, 0, proposedVisit("i1"));
        given("hn", 10, 0, proposedVisit("i2"));
        given("hn", 50, 0, proposedVisit("i3"));
        given("hn", 20, 1, new CaseEvent.InspectionAccepted("i1", "d", 1));

        assertThat(known("hn", 30)).containsExactly("hn/1");
        assertThat(known("hn", 50)).containsExactly("hn/1", "gx/1", "hn/2", "hn/3");
    }

    @Test
    void the_facts_that_a_side_did_not_know_differ_from_today() {
        given("hn", 10, 0, proposedVisit("i1"));
        given("gx", 20, 1, new CaseEvent.InspectionAccepted("i1", "d", 1));
        given("gx", 30, 1, proposedFinding("f1"));
        given("hn", 40, 3, new CaseEvent.FindingConfirmed("f1", "d", 1));
        given("gx", 50, 1, new CaseEvent.FindingWithdrawn("f1", "d", "an error", 1));

        List<Comparison.Line> lines = compared(20);

        assertThat(lines)
                .containsExactly(
                        new Comparison.Line(
                                "visit", "hn", 1, "i1", "accepted", Map.of("hn", "proposed", "gx", "accepted")),
                        new Comparison.Line("finding", "gx", 1, "f1", "withdrawn", nothingKnown()));
        assertThat(compared(40).get(1).then()).isEqualTo(Map.of("hn", "confirmed", "gx", "proposed"));
        assertThat(compared(50).get(1).then()).isEqualTo(Map.of("hn", "confirmed", "gx", "withdrawn"));
    }

    @Test
    void facts_of_a_kind_are_numbered_for_each_side() {
        given("hn", 10, 0, proposedVisit("i1"));
        given("gx", 20, 0, proposedVisit("i2"));
        given("gx", 30, 0, proposedVisit("i3"));

        assertThat(compared(40)).map(line -> line.side() + line.number()).containsExactly("hn1", "gx1", "gx2");
    }

    private static Map<String, @Nullable String> nothingKnown() {
        Map<String, @Nullable String> nothing = new LinkedHashMap<>();
        nothing.put("hn", null);
        nothing.put("gx", null);
        return nothing;
    }

    private List<Comparison.Line> compared(int second) {
        Map<String, Map<Facts.Subject, String>> then = new LinkedHashMap<>();
        List.of("hn", "gx").forEach(side -> then.put(side, Facts.of(said(Knowledge.of(side, records, at(second))))));
        return Comparison.of(Facts.of(said(records)), then);
    }

    private List<String> known(String side, int second) {
        return Knowledge.of(side, records, at(second)).stream()
                .map(entry -> entry.side() + "/" + entry.version())
                .toList();
    }

    private static List<Said> said(List<RecordEntry> entries) {
        return entries.stream()
                .map(entry -> new Said(entry.id(), entry.side(), entry.at(), (CaseEvent)
                        EventJson.read(entry.type(), entry.json()).orElseThrow()))
                .toList();
    }

    private static Instant at(int second) {
        return MONDAY.plusSeconds(second);
    }

    /** @param seen version of the other record; 0 for none */
    private void given(String side, int second, long seen, CaseEvent event) {
        long version = versions.merge(side, 1L, Long::sum);
        String other = side.equals("hn") ? "gx" : "hn";
        records.add(new RecordEntry(
                side + version + "#0",
                WireTypes.of(event).toString(),
                "case-1@" + side,
                version,
                0,
                1,
                at(second),
                side + version,
                "cause",
                side + "/-/policy/test",
                seen == 0 ? List.of() : List.of(new RecordEntry.Seen(other, seen, "h")),
                "p",
                "h",
                EventJson.write(event)));
    }

    private static CaseEvent proposedVisit(String id) {
        return new CaseEvent.InspectionProposed(id, "d", MONDAY, OUTLET, "look", 1);
    }

    private static CaseEvent proposedFinding(String id) {
        return new CaseEvent.FindingProposed(id, "d", "a", "b", "s", "p", OUTLET, "w", List.of(), 1);
    }
}
