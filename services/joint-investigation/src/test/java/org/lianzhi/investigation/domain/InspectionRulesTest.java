package org.lianzhi.investigation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.lianzhi.investigation.domain.CaseSpec.given;
import static org.lianzhi.investigation.domain.Cases.ACKNOWLEDGE_BY;
import static org.lianzhi.investigation.domain.Cases.AT_WORK;
import static org.lianzhi.investigation.domain.Cases.BEGUN;
import static org.lianzhi.investigation.domain.Cases.FARM;
import static org.lianzhi.investigation.domain.Cases.GX;
import static org.lianzhi.investigation.domain.Cases.HN;
import static org.lianzhi.investigation.domain.Cases.LATER;
import static org.lianzhi.investigation.domain.Cases.ZONE;
import static org.lianzhi.investigation.domain.Cases.gx;
import static org.lianzhi.investigation.domain.Cases.recording;
import static org.lianzhi.investigation.domain.Cases.visit;
import static org.lianzhi.investigation.domain.Cases.visitProposed;
import static org.lianzhi.investigation.domain.Cases.visitRecorded;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianzhi.investigation.domain.CaseCommand.AcceptInspection;
import org.lianzhi.investigation.domain.CaseCommand.Acknowledge;
import org.lianzhi.investigation.domain.CaseCommand.DeclineInspection;
import org.lianzhi.investigation.domain.CaseCommand.RecordInspection;
import org.lianzhi.model.CaseEvent.AcknowledgementMissed;
import org.lianzhi.model.CaseEvent.Capacity;
import org.lianzhi.model.CaseEvent.InspectionAccepted;
import org.lianzhi.model.CaseEvent.InspectionDeclined;
import org.lianzhi.model.CaseEvent.InspectionRecorded;
import org.lianzhi.model.CaseEvent.Inspector;

class InspectionRulesTest {

    private static final String DIGEST = visitProposed("v1").digest();
    private static final CaseSpec PROPOSED = given(AT_WORK).after(HN, visit("v1"));
    private static final CaseSpec ACCEPTED = PROPOSED.after(GX, new AcceptInspection("v1", DIGEST));

    @Test
    void a_visit_is_proposed_under_the_digest_of_its_content() {
        given(AT_WORK).when(HN, visit("v1")).then(visitProposed("v1"));
        assertThat(DIGEST)
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(visitProposed("v2").digest());
    }

    @Test
    void the_other_side_accepts_once() {
        PROPOSED.when(GX, new AcceptInspection("v1", DIGEST))
                .then(new InspectionAccepted("v1", DIGEST, 1))
                .when(GX, new AcceptInspection("v1", DIGEST))
                .nothing();
    }

    @Test
    void nobody_accepts_the_own_proposal_an_unknown_one_or_another_content() {
        PROPOSED.when(HN, new AcceptInspection("v1", DIGEST)).refused("case.inspection.own", "v1");
        PROPOSED.when(GX, new AcceptInspection("v9", DIGEST)).refused("case.inspection.unknown");
        PROPOSED.when(GX, new AcceptInspection("v1", "0")).refused("case.digest-differs");
    }

    @Test
    void the_other_side_declines_with_reasons_and_not_after_it_accepted() {
        PROPOSED.when(GX, new DeclineInspection("v1", DIGEST, "Flood on the road."))
                .then(new InspectionDeclined("v1", DIGEST, "Flood on the road.", 1));
        PROPOSED.when(GX, new DeclineInspection("v1", DIGEST, "")).refused("case.words.too-short", "reasons", 5);
        ACCEPTED.when(GX, new DeclineInspection("v1", DIGEST, "Flood on the road."))
                .refused("case.inspection.answered", "v1");
    }

    @Test
    void each_side_records_the_visit_for_itself_once() {
        ACCEPTED.when(HN, recording("v1", "431129-branch", Capacity.ATTENDING))
                .then(visitRecorded("v1", "431129-branch", Capacity.ATTENDING))
                .when(GX, recording("v1", "451123-branch", Capacity.ENFORCING))
                .then(visitRecorded("v1", "451123-branch", Capacity.ENFORCING))
                .when(GX, recording("v1", "451123-branch", Capacity.ENFORCING))
                .nothing()
                .when(GX, recording("v1", "other", Capacity.ENFORCING))
                .refused("case.inspection.recorded", "v1");
    }

    @Test
    void one_officer_alone_is_not_enough_even_when_named_twice() {
        Inspector one = new Inspector("431129-branch", "o-1", true);
        ACCEPTED.when(HN, with(List.of(one, one), LATER.plusSeconds(60))).refused("case.inspectors.too-few", 2);
    }

    @Test
    void a_visit_ends_after_it_began_and_before_it_is_recorded() {
        List<Inspector> two = Cases.two("431129-branch");
        ACCEPTED.when(HN, with(two, LATER.minusSeconds(1))).refused("case.inspection.ends-before-start");
        ACCEPTED.when(HN, with(two, LATER.plusSeconds(90_000))).refused("case.in-the-future");
    }

    @Test
    void the_weather_is_a_code() {
        List<Inspector> two = Cases.two("431129-branch");
        for (String words : List.of("Heavy rain", "", "rain-", "\u96E8")) {
            ACCEPTED.when(HN, with(two, LATER.plusSeconds(60), words)).refused("case.weather-unknown");
        }
        ACCEPTED.after(HN, with(two, LATER.plusSeconds(60), "after-rain"));
    }

    private static RecordInspection with(List<Inspector> inspectors, Instant endedAt) {
        return with(inspectors, endedAt, "rain");
    }

    private static RecordInspection with(List<Inspector> inspectors, Instant endedAt, String weather) {
        return new RecordInspection(
                new InspectionRecorded(
                        "v1", LATER, endedAt, FARM, Capacity.ATTENDING, inspectors, weather, "notes", List.of()),
                LATER.plusSeconds(9000));
    }

    @Test
    void a_visit_begins_at_a_time_that_the_store_can_hold() {
        for (Instant far : List.of(Instant.MAX, LATER.plusSeconds(11L * 366 * 86_400))) {
            given(AT_WORK)
                    .when(HN, new CaseCommand.ProposeInspection("v1", far, FARM, "See for yourselves.", LATER))
                    .refused("case.in-the-future");
        }
        given(AT_WORK)
                .when(HN, new CaseCommand.ProposeInspection("v1", Instant.MIN, FARM, "See for yourselves.", LATER))
                .refused("case.too-long-ago");
    }

    @Test
    void power_stops_at_the_border() {
        ACCEPTED.when(HN, recording("v1", "431129-branch", Capacity.ENFORCING))
                .refused("case.inspection.beyond-the-border", "451123");
    }

    @Test
    void nobody_goes_before_the_time_that_the_other_side_has_not_answered() {
        CaseCommand.ProposeInspection later = new CaseCommand.ProposeInspection(
                "v1", LATER.plusSeconds(1), FARM, "See where the water comes from.", Cases.OPENED_AT);
        given(AT_WORK)
                .after(HN, later)
                .when(HN, recording("v1", "431129-branch", Capacity.ATTENDING))
                .refused("case.inspection.unanswered", "v1");
    }

    @Test
    void where_the_counterpart_let_its_time_pass_the_lead_goes_alone_and_that_is_visible() {
        given(BEGUN)
                .after(HN, new Acknowledge())
                .and(gx(new AcknowledgementMissed(ACKNOWLEDGE_BY)))
                .after(HN, visit("v1"))
                .after(HN, recording("v1", "431129-branch", Capacity.ATTENDING))
                .holds(joint -> {
                    assertThat(Inspection.allOf(joint).getFirst().recordings()).containsOnlyKeys(HN);
                    assertThat(CaseState.of(joint)).isEqualTo(CaseState.SAMPLING);
                });
    }

    @Test
    void a_proposal_waits_for_its_answer_until_the_visit_begins() {
        PROPOSED.holds(joint -> assertThat(Turns.of(joint, ZONE))
                .containsExactly(new Turn(Act.ANSWER_INSPECTION, GX, "451123-branch", "v1", LATER)));
        ACCEPTED.holds(joint -> assertThat(Turns.of(joint, ZONE))
                .extracting(Turn::act, Turn::side)
                .containsExactly(tuple(Act.RECORD_INSPECTION, GX), tuple(Act.RECORD_INSPECTION, HN)));
    }
}
