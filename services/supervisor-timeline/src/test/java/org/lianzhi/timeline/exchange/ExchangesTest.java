package org.lianzhi.timeline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.Ground;
import org.lianzhi.model.Place;
import org.lianzhi.model.ReleasedSummary;
import org.lianzhi.model.Side;

@Tag("fast")
class ExchangesTest {

    private static final Instant MONDAY = Instant.parse("2024-07-08T01:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2024-07-10T10:00:00Z");
    private static final Place OUTLET = new Place("431129", "outlet", null, null);

    private final List<Said> records = new ArrayList<>();

    @Test
    void an_opening_asks_both_sides_to_acknowledge_within_the_limit() {
        given("hn", MONDAY, opened());

        assertThat(read().unanswered())
                .containsExactly(
                        new Exchange("acknowledge", "gx", "1", MONDAY, WEDNESDAY),
                        new Exchange("acknowledge", "hn", "1", MONDAY, WEDNESDAY));
    }

    @Test
    void an_acknowledgement_after_the_limit_is_late_and_the_own_record_says_until_when() {
        Instant thursday = WEDNESDAY.plusSeconds(86_400);
        given("hn", MONDAY, opened());
        given("gx", MONDAY.plusSeconds(2), new CaseEvent.CaseJoined("451123-branch", thursday, "rule", 1));
        given("hn", thursday.minusSeconds(1), new CaseEvent.CaseAcknowledged("431129-branch"));
        given("gx", thursday.minusSeconds(1), new CaseEvent.CaseAcknowledged("451123-branch"));

        assertThat(read().answeredBy("3"))
                .hasValueSatisfying(owed ->
                        assertThat(owed.isLate(thursday.minusSeconds(1))).isTrue());
        assertThat(read().answeredBy("4"))
                .hasValueSatisfying(owed ->
                        assertThat(owed.isLate(thursday.minusSeconds(1))).isFalse());
        assertThat(read().unanswered()).isEmpty();
    }

    @Test
    void a_proposal_is_unanswered_until_the_other_side_answers_not_the_own() {
        acknowledged();
        given("hn", MONDAY.plusSeconds(20), proposedVisit());
        assertThat(read().unanswered())
                .containsExactly(new Exchange("answer-inspection", "gx", "4", MONDAY.plusSeconds(20), null));

        given("hn", MONDAY.plusSeconds(30), new CaseEvent.InspectionAccepted("i", "d", 1));
        assertThat(read().unanswered()).hasSize(1);
        given("gx", MONDAY.plusSeconds(40), new CaseEvent.InspectionDeclined("i", "d", "no time", 1));
        assertThat(read().unanswered()).isEmpty();
        assertThat(read().answeredBy("6")).map(Exchange::asked).contains("4");
    }

    @Test
    void who_withdraws_a_finding_waits_no_longer() {
        acknowledged();
        given("gx", MONDAY.plusSeconds(20), proposedFinding());
        assertThat(read().unanswered()).map(Exchange::side).containsExactly("hn");

        given("gx", MONDAY.plusSeconds(30), new CaseEvent.FindingWithdrawn("f", "d", "an error", 1));
        assertThat(read().unanswered()).isEmpty();
    }

    @Test
    void a_measure_is_owed_until_the_end_of_its_day_in_beijing_and_then_its_verification() {
        acknowledged();
        given("hn", MONDAY.plusSeconds(20), ordered());
        assertThat(read().unanswered())
                .containsExactly(new Exchange(
                        "measure-done", "hn", "4", MONDAY.plusSeconds(20), Instant.parse("2024-07-20T16:00:00Z")));

        given("hn", MONDAY.plusSeconds(30), done());
        assertThat(read().unanswered()).map(Exchange::act).containsExactly("verify-measure");
        given("gx", MONDAY.plusSeconds(40), new CaseEvent.MeasureFoundWanting("o", "m", "d", "still leaks", 1));
        assertThat(read().unanswered())
                .containsExactly(new Exchange(
                        "measure-done", "hn", "6", MONDAY.plusSeconds(40), Instant.parse("2024-07-20T16:00:00Z")));
    }

    @Test
    void a_measure_that_its_owner_finds_wanting_itself_is_owed_by_the_owner() {
        acknowledged();
        given("gx", MONDAY.plusSeconds(20), ordered());
        given("gx", MONDAY.plusSeconds(30), done());
        given("gx", MONDAY.plusSeconds(40), new CaseEvent.MeasureFoundWanting("o", "m", "d", "still leaks", 1));

        assertThat(read().unanswered())
                .containsExactly(new Exchange(
                        "measure-done", "gx", "6", MONDAY.plusSeconds(40), Instant.parse("2024-07-20T16:00:00Z")));
    }

    @Test
    void the_second_signature_answers_the_first_and_a_withdrawn_one_asks_nothing() {
        acknowledged();
        given("hn", MONDAY.plusSeconds(20), new CaseEvent.ClosureSigned("c", "rectified-and-verified", 1));
        assertThat(read().unanswered()).map(Exchange::side).containsExactly("gx");
        given("hn", MONDAY.plusSeconds(30), new CaseEvent.ClosureWithdrawn("c", "new facts", 1));
        assertThat(read().unanswered()).isEmpty();

        given("hn", MONDAY.plusSeconds(40), new CaseEvent.ClosureSigned("c", "rectified-and-verified", 1));
        given("gx", MONDAY.plusSeconds(50), new CaseEvent.ClosureSigned("c", "rectified-and-verified", 1));
        assertThat(read().answeredBy("7")).map(Exchange::asked).contains("6");
        assertThat(read().unanswered()).isEmpty();
    }

    @Test
    void a_side_that_has_declined_owes_nothing_more() {
        given("hn", MONDAY, opened());
        given("gx", MONDAY.plusSeconds(10), new CaseEvent.CaseDeclined("not-competent", "elsewhere"));
        given("hn", MONDAY.plusSeconds(20), proposedFinding());

        assertThat(read().unanswered()).map(Exchange::side).containsExactly("hn");
        assertThat(read().answeredBy("2")).map(Exchange::act).contains("acknowledge");
    }

    private void acknowledged() {
        given("hn", MONDAY, opened());
        given("hn", MONDAY.plusSeconds(5), new CaseEvent.CaseAcknowledged("431129-branch"));
        given("gx", MONDAY.plusSeconds(6), new CaseEvent.CaseAcknowledged("451123-branch"));
    }

    private void given(String side, Instant at, CaseEvent event) {
        records.add(new Said(String.valueOf(records.size() + 1), side, at, event));
    }

    private Exchanges read() {
        return Exchanges.of(records);
    }

    private static CaseEvent opened() {
        var summary = new ReleasedSummary(
                "livestock-wastewater", "text", "cause", OUTLET, null, null, MONDAY, "rain", null, List.of(), true);
        return new CaseEvent.CaseOpened(
                "hunan-guangxi",
                1,
                new Side("hn"),
                "431129-branch",
                new Side("gx"),
                "451123-branch",
                Ground.OUTLET,
                summary,
                WEDNESDAY,
                "rule",
                1);
    }

    private static CaseEvent proposedVisit() {
        return new CaseEvent.InspectionProposed("i", "d", WEDNESDAY, OUTLET, "look", 1);
    }

    private static CaseEvent proposedFinding() {
        return new CaseEvent.FindingProposed("f", "d", "a", "b", "s", "p", OUTLET, "w", List.of(), 1);
    }

    private static CaseEvent ordered() {
        return new CaseEvent.RectificationOrdered(
                "o", "d", "farm", "law", List.of(new CaseEvent.Measure("m", "seal", LocalDate.of(2024, 7, 20))), 1);
    }

    private static CaseEvent done() {
        return new CaseEvent.MeasureReportedDone("o", "m", "sealed", LocalDate.of(2024, 7, 12), List.of());
    }
}
