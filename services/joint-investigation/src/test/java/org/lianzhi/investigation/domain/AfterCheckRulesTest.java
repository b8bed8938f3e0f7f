package org.lianzhi.investigation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.lianzhi.investigation.domain.Cases.GX;
import static org.lianzhi.investigation.domain.Cases.HN;
import static org.lianzhi.investigation.domain.Cases.RAIN;
import static org.lianzhi.investigation.domain.Cases.ZONE;
import static org.lianzhi.investigation.domain.Cases.readyToSign;
import static org.lianzhi.investigation.domain.Cases.signature;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianzhi.investigation.domain.CaseCommand.MissAfterChecks;
import org.lianzhi.investigation.domain.CaseCommand.NoteClosure;
import org.lianzhi.investigation.domain.CaseCommand.PlanAfterChecks;
import org.lianzhi.investigation.domain.CaseCommand.RecordAfterCheck;
import org.lianzhi.investigation.domain.CaseCommand.RecordHeavyRain;
import org.lianzhi.investigation.domain.CaseCommand.ReportMeasureDone;
import org.lianzhi.model.CaseEvent.AfterCheckMissed;
import org.lianzhi.model.CaseEvent.AfterCheckPlanned;
import org.lianzhi.model.CaseEvent.AfterChecked;
import org.lianzhi.model.CaseEvent.Capacity;
import org.lianzhi.model.CaseEvent.CaseReopened;
import org.lianzhi.model.CaseEvent.HeavyRainRecorded;

class AfterCheckRulesTest {

    private static final Instant BY_DATE = RAIN.plus(Duration.ofDays(20));
    private static final Instant BY_RAIN = RAIN.plus(Duration.ofDays(2));
    private static final PlanAfterChecks PLAN = new PlanAfterChecks(BY_DATE, "after-check");

    private static RecordHeavyRain rain(Instant cameAt) {
        return new RecordHeavyRain(cameAt, "Bulletin of the weather service", BY_RAIN, "after-check-rain", BY_DATE);
    }

    private static AfterCheck check(CaseSpec spec) {
        return AfterCheck.allOf(spec.joint()).getFirst();
    }

    private static RecordAfterCheck seen(CaseSpec spec, String... shams) {
        return Cases.check(check(spec), "451123-branch", Capacity.ATTENDING, List.of(shams));
    }

    private static List<String> due(CaseSpec spec) {
        return Turns.of(spec.joint(), ZONE).stream()
                .filter(turn -> turn.act() == Act.AFTER_CHECK)
                .map(turn -> turn.side().code() + " " + turn.ref() + " " + turn.dueAt())
                .toList();
    }

    private static CaseSpec planned() {
        return readyToSign().after(GX, PLAN);
    }

    private static CaseSpec closed() {
        CaseSpec signed = planned().after(HN, signature(planned()));
        return signed.after(GX, signature(signed)).after(HN, new NoteClosure()).after(GX, new NoteClosure());
    }

    @Test
    void once_all_accepted_the_side_that_ordered_is_to_look_again_by_a_date() {
        CaseSpec accepted = readyToSign();
        assertThat(due(accepted)).as("no policy has said by when").isEmpty();
        accepted.when(HN, PLAN).nothing();
        CaseSpec planned = accepted.when(GX, PLAN)
                .then(new AfterCheckPlanned("o1", check(accepted).accepted(), BY_DATE, "after-check", 1));
        planned.when(GX, PLAN).nothing();
        assertThat(due(planned)).containsExactly("gx o1/date " + BY_DATE);
        assertThat(AfterCheck.allOf(Cases.withFinding().joint())).isEmpty();
    }

    @Test
    void the_first_heavy_rain_makes_it_due_once_more_whichever_side_says_that_it_came() {
        CaseSpec rained = planned()
                .when(HN, rain(RAIN))
                .then(new HeavyRainRecorded(RAIN, "Bulletin of the weather service", BY_RAIN, "after-check-rain", 1));
        assertThat(due(rained)).containsExactly("gx o1/date " + BY_DATE, "gx o1/rain " + BY_RAIN);
        rained.when(HN, rain(RAIN)).nothing();
        rained.when(GX, rain(RAIN.plusSeconds(1))).refused("case.after-check.rain-recorded");
        assertThat(due(rained.after(GX, seen(rained))))
                .as("a look after the rain serves for both")
                .isEmpty();
    }

    @Test
    void a_look_on_a_dry_day_does_not_serve_for_the_rain() {
        CaseSpec looked = planned().after(GX, seen(planned()));
        assertThat(due(looked)).isEmpty();
        CaseSpec rained = looked.after(HN, rain(RAIN.plusSeconds(7200)));
        assertThat(due(rained)).containsExactly("gx o1/rain " + BY_RAIN);
    }

    @Test
    void what_the_other_side_saw_does_not_take_the_duty_from_the_side_that_ordered() {
        CaseSpec planned = planned();
        CaseSpec looked =
                planned.after(HN, Cases.check(check(planned), "431129-branch", Capacity.ENFORCING, List.of()));
        assertThat(due(looked)).containsExactly("gx o1/date " + BY_DATE);
    }

    @Test
    void rain_before_acceptance_or_to_come_or_without_anything_accepted_says_nothing() {
        Instant before = Cases.OPENED_AT;
        planned().when(HN, rain(before)).refused("case.after-check.before-acceptance");
        planned().when(HN, rain(BY_DATE.plus(Duration.ofDays(1)))).refused("case.in-the-future");
        Cases.withFinding().when(HN, rain(RAIN)).refused("case.after-check.nothing-accepted");
        planned()
                .when(HN, new RecordHeavyRain(RAIN, " ", BY_RAIN, "after-check-rain", BY_DATE))
                .refused("case.words.too-short");
        CaseSpec.given(Cases.BEGUN).when(HN, rain(RAIN)).refused("case.not-acknowledged");
    }

    @Test
    void it_takes_two_officers_a_time_after_acceptance_and_power_that_stops_at_the_border() {
        CaseSpec planned = planned();
        RecordAfterCheck good = seen(planned);
        planned.when(GX, with(good, good.checkedAt(), Capacity.ATTENDING, 1)).refused("case.inspectors.too-few", 2);
        planned.when(GX, with(good, good.checkedAt(), Capacity.ENFORCING, 2))
                .refused("case.inspection.beyond-the-border", "431129");
        planned.when(GX, with(good, good.at().plusSeconds(3600), Capacity.ATTENDING, 2))
                .refused("case.in-the-future");
        planned.when(GX, with(good, Cases.OPENED_AT, Capacity.ATTENDING, 2))
                .refused("case.after-check.before-acceptance");
        planned.when(GX, seen(planned, "m9")).refused("case.measure.unknown");
    }

    @Test
    void the_weather_is_a_code() {
        CaseSpec planned = planned();
        RecordAfterCheck good = seen(planned);
        RecordAfterCheck words = new RecordAfterCheck(
                good.order(),
                good.accepted(),
                good.checkedAt(),
                good.place(),
                good.capacity(),
                good.inspectors(),
                "It rained",
                good.account(),
                good.shams(),
                good.photos(),
                good.at());
        planned.when(GX, words).refused("case.weather-unknown");
    }

    private static RecordAfterCheck with(RecordAfterCheck good, Instant at, Capacity capacity, int officers) {
        return new RecordAfterCheck(
                good.order(),
                good.accepted(),
                at,
                good.place(),
                capacity,
                good.inspectors().subList(0, officers),
                good.weather(),
                good.account(),
                good.shams(),
                good.photos(),
                good.at());
    }

    @Test
    void a_sham_before_the_end_has_to_be_done_anew_and_is_accepted_and_looked_at_anew() {
        CaseSpec planned = planned();
        String before = check(planned).accepted();
        CaseSpec sham = planned.after(GX, seen(planned, "m1"));
        assertThat(AfterCheck.allOf(sham.joint()))
                .as("nothing is accepted any more")
                .isEmpty();
        assertThat(Turns.of(sham.joint(), ZONE)).extracting(Turn::act).containsExactly(Act.MEASURE_DONE);
        sham.when(HN, signature(sham)).refused("case.closure.measures-open");
        sham.when(HN, Cases.check(check(planned), "431129-branch", Capacity.ENFORCING, List.of()))
                .refused("case.after-check.nothing-accepted");

        CaseSpec again = Cases.verified(
                sham.after(GX, new ReportMeasureDone(Cases.done("o1", "A higher wall was built."), Cases.TODAY)));
        assertThat(check(again).accepted()).isNotEqualTo(before);
        assertThat(due(again.after(GX, PLAN))).containsExactly("gx o1/date " + BY_DATE);
        again.when(GX, seen(planned)).refused("case.digest-differs");
    }

    @Test
    void a_sham_found_after_the_end_opens_the_case_again_with_that_reason() {
        CaseSpec closed = closed();
        assertThat(closed.joint().closed()).isTrue();
        assertThat(due(closed)).as("a closed case does not end it").containsExactly("gx o1/date " + BY_DATE);
        CaseSpec holds = closed.after(GX, seen(closed));
        assertThat(holds.joint().closed()).isTrue();
        assertThat(due(holds)).isEmpty();

        CaseSpec open =
                closed.after(HN, Cases.check(check(closed), "431129-branch", Capacity.ENFORCING, List.of("m1")));
        assertThat(open.joint().closed()).isFalse();
        assertThat(open.joint().epoch()).isEqualTo(2);
        assertThat(open.joint()
                        .recordOf(HN)
                        .last(CaseReopened.class)
                        .orElseThrow()
                        .event())
                .isEqualTo(new CaseReopened("sham-rectification", "Seen after the rain.", 2));
        assertThat(open.joint()
                        .recordOf(HN)
                        .last(AfterChecked.class)
                        .orElseThrow()
                        .event()
                        .epoch())
                .isEqualTo(1);
        assertThat(Turns.of(open.joint(), ZONE))
                .extracting(Turn::act, Turn::side)
                .contains(tuple(Act.MEASURE_DONE, GX));
        open.when(HN, Cases.check(check(closed), "431129-branch", Capacity.ENFORCING, List.of("m1")))
                .refused("case.after-check.nothing-accepted");
    }

    @Test
    void between_the_own_signature_and_the_end_the_signature_is_withdrawn_first() {
        CaseSpec signed = planned().after(GX, signature(planned()));
        signed.when(GX, seen(signed)).refused("case.closure.signed");
        CaseSpec looked = signed.after(HN, Cases.check(check(signed), "431129-branch", Capacity.ENFORCING, List.of()));
        assertThat(Closure.of(looked.joint()).hasSignedWhatIs(GX))
                .as("the other record moved on")
                .isFalse();
    }

    @Test
    void a_time_that_passes_without_a_look_is_noted_once() {
        CaseSpec rained = planned().after(HN, rain(RAIN));
        rained.when(GX, new MissAfterChecks(BY_RAIN.minusSeconds(1))).nothing();
        rained.when(HN, new MissAfterChecks(BY_RAIN)).nothing();
        CaseSpec missed = rained.when(GX, new MissAfterChecks(BY_RAIN))
                .then(new AfterCheckMissed("o1", check(rained).accepted(), "rain", BY_RAIN, 1));
        missed.when(GX, new MissAfterChecks(BY_RAIN)).nothing();
        missed.after(GX, new MissAfterChecks(BY_DATE));
        missed.after(GX, seen(missed)).when(GX, new MissAfterChecks(BY_DATE)).nothing();
    }

    @Test
    void who_waits_for_the_other_side_does_not_wait_for_an_after_check() {
        assertThat(Silence.of(planned().joint(), HN).isOtherOutstanding()).isTrue();
        CaseSpec signed = planned().after(GX, signature(planned()));
        assertThat(due(signed)).isNotEmpty();
        assertThat(Silence.of(signed.joint(), HN).isOtherOutstanding()).isFalse();
    }
}
