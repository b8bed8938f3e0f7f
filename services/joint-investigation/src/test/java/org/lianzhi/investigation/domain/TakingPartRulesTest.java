package org.lianzhi.investigation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianzhi.investigation.domain.CaseSpec.given;
import static org.lianzhi.investigation.domain.Cases.ACKNOWLEDGE_BY;
import static org.lianzhi.investigation.domain.Cases.AT_WORK;
import static org.lianzhi.investigation.domain.Cases.BEGUN;
import static org.lianzhi.investigation.domain.Cases.GX;
import static org.lianzhi.investigation.domain.Cases.HN;
import static org.lianzhi.investigation.domain.Cases.OPENED;
import static org.lianzhi.investigation.domain.Cases.ZONE;
import static org.lianzhi.investigation.domain.Cases.gx;
import static org.lianzhi.investigation.domain.Cases.hn;

import org.junit.jupiter.api.Test;
import org.lianzhi.investigation.domain.CaseCommand.Acknowledge;
import org.lianzhi.investigation.domain.CaseCommand.Decline;
import org.lianzhi.investigation.domain.CaseCommand.Join;
import org.lianzhi.investigation.domain.CaseCommand.MissAcknowledgement;
import org.lianzhi.investigation.domain.CaseCommand.Open;
import org.lianzhi.model.CaseEvent.AcknowledgementMissed;
import org.lianzhi.model.CaseEvent.CaseAcknowledged;
import org.lianzhi.model.CaseEvent.CaseDeclined;
import org.lianzhi.model.CaseEvent.CaseJoined;
import org.lianzhi.model.Side;

class TakingPartRulesTest {

    @Test
    void a_case_is_opened_once() {
        given().when(HN, new Open(OPENED))
                .then(OPENED)
                .when(HN, new Open(OPENED))
                .nothing();
    }

    @Test
    void nobody_opens_a_case_for_others() {
        given().when(new Side("gd"), new Open(OPENED)).refused("case.not-a-party", "gd");
    }

    @Test
    void the_other_side_joins_in_its_own_record_once() {
        Join join = new Join(ACKNOWLEDGE_BY, "acknowledge");
        given(hn(OPENED))
                .when(GX, join)
                .then(new CaseJoined("451123-branch", ACKNOWLEDGE_BY, "acknowledge", 1))
                .when(GX, join)
                .nothing();
    }

    @Test
    void nothing_happens_in_a_case_that_was_never_opened() {
        given().when(GX, new Join(ACKNOWLEDGE_BY, "acknowledge")).refused("case.unknown");
    }

    @Test
    void a_bureau_acknowledges_once() {
        given(BEGUN)
                .when(GX, new Acknowledge())
                .then(new CaseAcknowledged("451123-branch"))
                .when(GX, new Acknowledge())
                .nothing();
    }

    @Test
    void a_side_that_has_not_joined_cannot_acknowledge() {
        given(hn(OPENED)).when(GX, new Acknowledge()).refused("case.not-joined");
    }

    @Test
    void a_bureau_declines_with_reasons_and_may_think_better_of_it() {
        given(BEGUN)
                .when(GX, new Decline("not-competent", "The farm is closed."))
                .then(new CaseDeclined("not-competent", "The farm is closed."))
                .when(GX, new Acknowledge())
                .then(new CaseAcknowledged("451123-branch"));
    }

    @Test
    void declining_needs_a_known_reason_and_an_explanation() {
        given(BEGUN).when(GX, new Decline("busy", "We have no time.")).refused("case.reason-unknown");
        given(BEGUN).when(GX, new Decline("other", " no ")).refused("case.words.too-short", "explanation", 5);
    }

    @Test
    void whoever_declined_does_nothing_more() {
        given(BEGUN)
                .after(GX, new Decline("not-competent", "The farm is closed."))
                .when(GX, Cases.visit("v1"))
                .refused("case.declined");
    }

    @Test
    void whoever_has_not_acknowledged_does_nothing_yet() {
        given(BEGUN).when(GX, Cases.visit("v1")).refused("case.not-acknowledged");
    }

    @Test
    void a_missed_acknowledgement_is_noted_when_its_time_has_come_and_only_then() {
        given(BEGUN)
                .when(GX, new MissAcknowledgement(ACKNOWLEDGE_BY.minusMillis(1)))
                .nothing();
        given(BEGUN)
                .when(GX, new MissAcknowledgement(ACKNOWLEDGE_BY))
                .then(new AcknowledgementMissed(ACKNOWLEDGE_BY))
                .when(GX, new MissAcknowledgement(ACKNOWLEDGE_BY))
                .nothing();
        given(AT_WORK).when(GX, new MissAcknowledgement(ACKNOWLEDGE_BY)).nothing();
    }

    @Test
    void a_late_acknowledgement_is_still_one() {
        given(BEGUN)
                .and(gx(new AcknowledgementMissed(ACKNOWLEDGE_BY)))
                .when(GX, new Acknowledge())
                .then(new CaseAcknowledged("451123-branch"));
    }

    @Test
    void both_bureaus_must_acknowledge_by_their_own_time() {
        given(BEGUN).holds(joint -> {
            assertThat(Turns.of(joint, ZONE))
                    .containsExactly(
                            new Turn(Act.ACKNOWLEDGE, GX, "451123-branch", null, ACKNOWLEDGE_BY),
                            new Turn(Act.ACKNOWLEDGE, HN, "431129-branch", null, ACKNOWLEDGE_BY));
            assertThat(CaseState.of(joint)).isEqualTo(CaseState.ACKNOWLEDGING);
        });
    }

    @Test
    void after_a_declination_whoever_is_left_goes_on() {
        given(AT_WORK).and(hn(new CaseDeclined("other", "Not our water."))).holds(joint -> {
            assertThat(Turns.of(joint, ZONE))
                    .containsExactly(new Turn(Act.PROPOSE_INSPECTION, GX, "451123-branch", null, null));
            assertThat(joint.takingPart()).containsExactly(GX);
        });
    }
}
