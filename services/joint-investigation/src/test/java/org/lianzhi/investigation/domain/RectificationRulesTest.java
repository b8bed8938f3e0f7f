package org.lianzhi.investigation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianzhi.investigation.domain.Cases.GX;
import static org.lianzhi.investigation.domain.Cases.HN;
import static org.lianzhi.investigation.domain.Cases.TODAY;
import static org.lianzhi.investigation.domain.Cases.ZONE;
import static org.lianzhi.investigation.domain.Cases.digestOfMeasure;
import static org.lianzhi.investigation.domain.Cases.done;
import static org.lianzhi.investigation.domain.Cases.order;
import static org.lianzhi.investigation.domain.Cases.withFinding;
import static org.lianzhi.investigation.domain.Cases.withVisit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianzhi.investigation.domain.CaseCommand.ExtendMeasure;
import org.lianzhi.investigation.domain.CaseCommand.FindMeasureWanting;
import org.lianzhi.investigation.domain.CaseCommand.OrderRectification;
import org.lianzhi.investigation.domain.CaseCommand.ReportMeasureDone;
import org.lianzhi.investigation.domain.CaseCommand.VerifyMeasure;
import org.lianzhi.model.CaseEvent.Capacity;
import org.lianzhi.model.CaseEvent.Measure;
import org.lianzhi.model.CaseEvent.MeasureExtended;
import org.lianzhi.model.CaseEvent.MeasureFoundWanting;
import org.lianzhi.model.CaseEvent.MeasureVerified;
import org.lianzhi.model.CaseEvent.RectificationOrdered;
import org.lianzhi.model.wire.ContentDigest;

class RectificationRulesTest {

    private static final String DIGEST = ContentDigest.of(done("o1", "A wall was built."));
    private static final String WHY = "The wall leaks.";
    private static final CaseSpec ORDERED = withFinding().after(GX, order("o1"));
    private static final CaseSpec DONE =
            ORDERED.after(GX, new ReportMeasureDone(done("o1", "A wall was built."), TODAY));

    @Test
    void an_order_rests_on_a_finding_and_names_its_measures() {
        RectificationOrdered ordered = (RectificationOrdered)
                JointCase.decide(withFinding().joint(), GX, order("o1")).getFirst();
        assertThat(ordered.measures()).containsExactly(new Measure("m1", "Prevent the overflow", TODAY.plusDays(5)));
        assertThat(ordered.digest()).isEqualTo(ContentDigest.of(ordered));
        withVisit().when(GX, order("o1")).refused("case.order.no-finding");
        withFinding()
                .when(GX, new OrderRectification("o1", "the farm", "article 39", List.of(), TODAY))
                .refused("case.order.no-measures");
    }

    @Test
    void the_side_in_whose_territory_the_farm_lies_is_expected_to_order() {
        withFinding()
                .holds(joint -> assertThat(Turns.of(joint, ZONE))
                        .containsExactly(new Turn(Act.ORDER, GX, "451123-branch", null, null)));
    }

    @Test
    void the_side_that_ordered_reports_it_done() {
        ORDERED.when(GX, new ReportMeasureDone(done("o1", "A wall was built."), TODAY))
                .then(done("o1", "A wall was built."))
                .when(GX, new ReportMeasureDone(done("o1", "A wall was built."), TODAY))
                .nothing();
        ORDERED.when(HN, new ReportMeasureDone(done("o1", "A wall was built."), TODAY))
                .refused("case.measure.not-own", "o1");
        ORDERED.when(GX, new ReportMeasureDone(done("o9", "A wall was built."), TODAY))
                .refused("case.order.unknown");
        ORDERED.when(GX, new ReportMeasureDone(done("o1", "A wall was built."), TODAY.minusDays(1)))
                .refused("case.in-the-future");
    }

    @Test
    void both_sides_verify_the_report_that_they_saw() {
        DONE.when(HN, new VerifyMeasure("o1", "m1", DIGEST, Capacity.ATTENDING, "in place"))
                .then(new MeasureVerified("o1", "m1", DIGEST, Capacity.ATTENDING, "in place", 1))
                .when(HN, new VerifyMeasure("o1", "m1", DIGEST, Capacity.ATTENDING, "in place"))
                .nothing();
        DONE.when(HN, new VerifyMeasure("o1", "m1", "0", Capacity.ATTENDING, ""))
                .refused("case.digest-differs");
        DONE.when(HN, new VerifyMeasure("o1", "m2", DIGEST, Capacity.ATTENDING, ""))
                .refused("case.measure.unknown");
        ORDERED.when(HN, new VerifyMeasure("o1", "m1", DIGEST, Capacity.ATTENDING, ""))
                .refused("case.measure.not-reported", "m1");
    }

    @Test
    void what_is_verified_is_the_report_as_it_is_written_whatever_this_version_reads_of_it() {
        String written =
                ContentDigest.ofWritten("case.measure-reported-done.v1", "{\"written\":\"by a later version\"}");
        JointCase joint =
                JointCase.evolve(ORDERED.joint(), GX, done("o1", "A wall was built."), CaseSpec.time(60), written);
        assertThat(Order.allOf(joint).getFirst().steps().getFirst().digest()).contains(written);

        MeasureVerified verified = new MeasureVerified("o1", "m1", written, Capacity.ATTENDING, "in place", 1);
        assertThat(JointCase.decide(joint, HN, new VerifyMeasure("o1", "m1", written, Capacity.ATTENDING, "in place")))
                .containsExactly(verified);
        JointCase after = JointCase.evolve(joint, HN, verified, CaseSpec.time(61), ContentDigest.of(verified));
        assertThat(Order.allOf(after).getFirst().steps().getFirst().verdicts()).containsKey(HN);
    }

    @Test
    void what_is_found_wanting_has_to_be_done_again_and_not_just_said_again() {
        CaseSpec wanting = DONE.when(HN, new FindMeasureWanting("o1", "m1", DIGEST, WHY))
                .then(new MeasureFoundWanting("o1", "m1", DIGEST, WHY, 1))
                .holds(joint ->
                        assertThat(Turns.of(joint, ZONE)).extracting(Turn::act).containsExactly(Act.MEASURE_DONE));
        wanting.when(HN, new FindMeasureWanting("o1", "m1", DIGEST, WHY)).nothing();
        wanting.when(GX, new ReportMeasureDone(done("o1", "A wall was built."), TODAY))
                .refused("case.measure.nothing-new", "m1");
        wanting.when(GX, new ReportMeasureDone(done("o1", "The wall is tight now."), TODAY))
                .then(done("o1", "The wall is tight now."))
                .holds(joint -> assertThat(Turns.of(joint, ZONE))
                        .extracting(Turn::act)
                        .containsExactly(Act.VERIFY_MEASURE, Act.VERIFY_MEASURE));
    }

    @Test
    void a_measure_is_due_at_the_end_of_its_day() {
        ORDERED.holds(joint -> assertThat(Turns.of(joint, ZONE))
                .containsExactly(new Turn(
                        Act.MEASURE_DONE, GX, "451123-branch", "o1/m1", Instant.parse("2024-07-30T16:00:00Z"))));
    }

    @Test
    void the_task_list_also_offers_what_nobody_waits_for() {
        withFinding().holds(joint -> {
            assertThat(statusOf(Task.of(joint, HN, null, ZONE), Act.ORDER)).isEqualTo(Task.Status.OPEN);
            assertThat(statusOf(Task.of(joint, HN, null, ZONE), Act.SIGN)).isEqualTo(Task.Status.OPEN);
            assertThat(statusOf(Task.of(joint, HN, null, ZONE), Act.REOPEN)).isEqualTo(Task.Status.NOT_YET);
        });
        DONE.holds(joint -> {
            assertThat(statusOf(Task.of(joint, GX, null, ZONE), Act.ORDER)).isEqualTo(Task.Status.DONE);
            assertThat(statusOf(Task.of(joint, GX, null, ZONE), Act.VERIFY_MEASURE))
                    .isEqualTo(Task.Status.OPEN);
        });
    }

    private static Task.Status statusOf(List<Task> tasks, Act act) {
        return tasks.stream()
                .filter(task -> task.act() == act)
                .findFirst()
                .orElseThrow()
                .status();
    }

    @Test
    void the_side_that_ordered_gives_more_time_and_the_new_day_counts() {
        CaseSpec ordered = withFinding().after(GX, order("o1"));
        LocalDate before = TODAY.plusDays(5);
        LocalDate later = TODAY.plusDays(12);
        CaseSpec extended = ordered.when(GX, extension(later))
                .then(new MeasureExtended("o1", "m1", later, "It rains without end.", 1));

        assertThat(Order.allOf(extended.joint()).getFirst().steps().getFirst().dueOn())
                .isEqualTo(later);
        assertThat(Turns.of(extended.joint(), ZONE).stream()
                        .filter(turn -> turn.act() == Act.MEASURE_DONE)
                        .map(Turn::dueAt))
                .containsExactly(later.plusDays(1).atStartOfDay(ZONE).toInstant());
        extended.when(GX, extension(later)).nothing();
        extended.when(GX, extension(before)).refused("case.measure.not-later", later);
        ordered.when(GX, extension(before)).refused("case.measure.not-later", before);
        ordered.when(HN, extension(later)).refused("case.measure.not-own", "o1");
        ordered.when(GX, new ExtendMeasure("o1", "m9", later, "It rains without end.", TODAY))
                .refused("case.measure.unknown");
        ordered.when(GX, new ExtendMeasure("o9", "m1", later, "It rains without end.", TODAY))
                .refused("case.order.unknown");
        ordered.when(GX, new ExtendMeasure("o1", "m1", later, "rain", TODAY))
                .refused("case.words.too-short", "reasons", 5);
    }

    @Test
    void a_measure_is_due_on_a_day_that_a_page_can_show() {
        CaseSpec found = withFinding();
        LocalDate latest = TODAY.plusYears(10);
        found.when(GX, due(latest.plusDays(1))).refused("case.in-the-future", latest);
        found.when(GX, due(LocalDate.MAX)).refused("case.in-the-future", latest);
        found.when(GX, due(LocalDate.of(1948, 12, 31))).refused("case.too-long-ago");
        found.after(GX, due(latest));
        CaseSpec ordered = found.after(GX, order("o1"));
        ordered.when(GX, extension(LocalDate.MAX)).refused("case.in-the-future", latest);
        ordered.after(GX, extension(latest));
    }

    private static OrderRectification due(LocalDate day) {
        return new OrderRectification(
                "o1", "the farm", "article 39", List.of(new CaseCommand.NewMeasure("A wall", day)), TODAY);
    }

    @Test
    void what_is_reported_done_gets_no_more_time_unless_it_was_found_wanting() {
        CaseSpec done = withFinding()
                .after(GX, order("o1"))
                .after(GX, new ReportMeasureDone(Cases.done("o1", "A wall was built."), TODAY));
        LocalDate later = TODAY.plusDays(12);
        done.when(GX, extension(later)).refused("case.measure.reported", "m1");
        assertThat(done.after(HN, new FindMeasureWanting("o1", "m1", digestOfMeasure(done), "The wall leaks already."))
                        .after(GX, extension(later))
                        .joint()
                        .recordOf(GX)
                        .last(MeasureExtended.class))
                .isPresent();
    }

    private static ExtendMeasure extension(LocalDate dueOn) {
        return new ExtendMeasure("o1", "m1", dueOn, "It rains without end.", TODAY);
    }
}
