package org.lianzhi.investigation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianzhi.investigation.domain.Cases.AT_WORK;
import static org.lianzhi.investigation.domain.Cases.GX;
import static org.lianzhi.investigation.domain.Cases.HN;
import static org.lianzhi.investigation.domain.Cases.ZONE;
import static org.lianzhi.investigation.domain.Cases.finding;
import static org.lianzhi.investigation.domain.Cases.gx;
import static org.lianzhi.investigation.domain.Cases.hn;
import static org.lianzhi.investigation.domain.Cases.order;
import static org.lianzhi.investigation.domain.Cases.readyToSign;
import static org.lianzhi.investigation.domain.Cases.signature;
import static org.lianzhi.investigation.domain.Cases.signed;
import static org.lianzhi.investigation.domain.Cases.withFinding;
import static org.lianzhi.investigation.domain.Cases.withVisit;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianzhi.investigation.domain.CaseCommand.Acknowledge;
import org.lianzhi.investigation.domain.CaseCommand.Decline;
import org.lianzhi.investigation.domain.CaseCommand.NoteClosure;
import org.lianzhi.investigation.domain.CaseCommand.Reopen;
import org.lianzhi.investigation.domain.CaseCommand.SignClosure;
import org.lianzhi.investigation.domain.CaseCommand.WithdrawSignature;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.CaseEvent.CaseClosed;
import org.lianzhi.model.CaseEvent.CaseReopened;
import org.lianzhi.model.CaseEvent.ClosureSigned;
import org.lianzhi.model.CaseEvent.ClosureWithdrawn;
import org.lianzhi.model.Side;

class ClosureRulesTest {

    private static final String FIXED = "rectified-and-verified";
    private static final String WHY = "The rain is back.";
    private static final CaseSpec READY = readyToSign();
    private static final CaseSpec SIGNED = READY.after(HN, signature(READY));
    private static final String DIGEST = signed(SIGNED, HN);
    private static final CaseSpec CLOSED = SIGNED.after(GX, signature(SIGNED));

    @Test
    void one_signature_does_not_close_and_both_do() {
        READY.when(HN, signature(READY))
                .then(new ClosureSigned(DIGEST, FIXED, 1))
                .holds(joint -> assertThat(joint.closed()).isFalse())
                .when(HN, signature(READY))
                .nothing()
                .when(GX, signature(READY))
                .then(new ClosureSigned(DIGEST, FIXED, 1))
                .holds(joint -> {
                    assertThat(joint.closed()).isTrue();
                    assertThat(CaseState.of(joint)).isEqualTo(CaseState.CLOSED);
                    assertThat(Turns.of(joint, ZONE)).isEmpty();
                });
    }

    @Test
    void each_side_notes_the_closure_in_its_own_record_once() {
        CaseClosed closed = new CaseClosed(DIGEST, FIXED, 1);
        SIGNED.when(HN, new NoteClosure()).nothing();
        CLOSED.when(HN, new NoteClosure())
                .then(closed)
                .when(HN, new NoteClosure())
                .nothing()
                .when(GX, new NoteClosure())
                .then(closed);
    }

    @Test
    void what_is_not_done_stands_in_the_way() {
        CaseSpec.given(AT_WORK).when(HN, sign(CaseSpec.given(AT_WORK), FIXED)).refused("case.closure.no-finding");
        CaseSpec open = withVisit().after(HN, finding("f1", "v1"));
        assertThat(Closure.of(open.joint()).blockers("handed-on"))
                .containsExactly("case.closure.no-finding", "case.closure.finding-open");
        withFinding().when(HN, sign(withFinding(), FIXED)).refused("case.closure.no-order");
        CaseSpec ordered = withFinding().after(GX, order("o1"));
        ordered.when(HN, sign(ordered, FIXED)).refused("case.closure.measures-open");
        ordered.when(HN, sign(ordered, "no-breach-found")).refused("case.closure.ordered");
        READY.when(HN, sign(READY, "forgotten")).refused("case.closure.outcome-unknown");
    }

    @Test
    void without_a_breach_a_case_ends_on_the_finding() {
        CaseSpec found = withFinding();
        assertThat(Closure.of(found.joint()).outcomes()).containsExactly("no-breach-found", "handed-on");
        CaseSpec one = found.after(HN, sign(found, "no-breach-found"));
        one.when(GX, sign(one, "handed-on")).refused("case.closure.other-outcome", "no-breach-found");
        assertThat(one.after(GX, sign(one, "no-breach-found")).joint().closed()).isTrue();
    }

    @Test
    void signatures_for_different_outcomes_that_crossed_are_for_both_sides_to_settle() {
        CaseSpec found = withFinding();
        CaseSpec one = found.after(HN, sign(found, "no-breach-found"));
        String theirs = Closure.of(found.joint()).digest("handed-on");
        CaseSpec crossed = one.and(gx(new ClosureSigned(theirs, "handed-on", 1)));
        assertThat(Turns.of(crossed.joint(), ZONE))
                .containsExactly(
                        new Turn(Act.SIGN, GX, "451123-branch", null, null),
                        new Turn(Act.SIGN, HN, "431129-branch", null, null));
        crossed.when(HN, sign(crossed, "handed-on")).refused("case.closure.signed");
        CaseSpec withdrawn = crossed.after(GX, new WithdrawSignature(theirs, WHY));
        CaseSpec again = withdrawn.after(GX, sign(withdrawn, "no-breach-found"));
        assertThat(again.after(HN, sign(again, "no-breach-found")).joint().closed())
                .isTrue();
    }

    private static SignClosure sign(CaseSpec spec, String outcome) {
        return new SignClosure(Closure.of(spec.joint()).content(), outcome);
    }

    @Test
    void only_what_was_before_the_eyes_is_signed() {
        READY.when(HN, new SignClosure("0", FIXED)).refused("case.digest-differs");
    }

    @Test
    void whoever_signed_adds_nothing_until_the_signature_is_withdrawn() {
        SIGNED.when(HN, order("o2")).refused("case.closure.signed");
        SIGNED.after(HN, new WithdrawSignature(DIGEST, WHY)).after(HN, order("o2"));
    }

    @Test
    void a_signature_is_withdrawn_with_reasons_and_only_the_own_one() {
        SIGNED.when(HN, new WithdrawSignature(DIGEST, WHY)).then(new ClosureWithdrawn(DIGEST, WHY, 1));
        SIGNED.when(HN, new WithdrawSignature("0", WHY)).refused("case.digest-differs");
        SIGNED.when(GX, new WithdrawSignature(DIGEST, WHY)).refused("case.closure.not-signed");
        CLOSED.when(HN, new WithdrawSignature(DIGEST, WHY)).refused("case.closed");
    }

    @Test
    void nobody_who_has_seen_a_withdrawal_can_still_sign_what_was_withdrawn() {
        CaseSpec withdrawn = SIGNED.after(HN, new WithdrawSignature(DIGEST, WHY));
        withdrawn.when(GX, signature(SIGNED)).refused("case.digest-differs");
        CaseSpec again = withdrawn.after(GX, signature(withdrawn));
        assertThat(signed(again, GX)).isNotEqualTo(DIGEST);
        assertThat(again.joint().closed()).isFalse();
    }

    @Test
    void a_signature_that_crossed_with_the_withdrawal_closes_and_the_withdrawal_opens_a_new_epoch() {
        CaseSpec.In theirs = gx(new ClosureSigned(DIGEST, FIXED, 1));
        CaseSpec.In withdrawal = hn(new ClosureWithdrawn(DIGEST, WHY, 1));
        for (CaseSpec crossed : List.of(SIGNED.and(theirs, withdrawal), SIGNED.and(withdrawal, theirs))) {
            assertThat(crossed.joint().closed()).isFalse();
            assertThat(crossed.joint().epoch()).isEqualTo(2);
            crossed.when(HN, new NoteClosure())
                    .then(new CaseClosed(DIGEST, FIXED, 1), new CaseReopened("signature-withdrawn", WHY, 2))
                    .when(HN, new NoteClosure())
                    .nothing();
            crossed.when(GX, new NoteClosure()).then(new CaseClosed(DIGEST, FIXED, 1));
        }
    }

    @Test
    void when_the_other_record_moved_on_a_signature_is_for_nothing_and_may_be_given_anew() {
        CaseSpec moved = SIGNED.after(GX, finding("f2", "v1"));
        assertThat(Closure.of(moved.joint()).hasSignedWhatIs(HN)).isFalse();
        assertThat(Turns.of(moved.joint(), ZONE)).contains(new Turn(Act.SIGN, HN, "431129-branch", null, null));
        moved.when(GX, sign(moved, FIXED)).refused("case.closure.finding-open");
        String digest = Cases.digestOfFinding(moved, "f2");
        CaseSpec without = moved.after(GX, new CaseCommand.WithdrawFinding("f2", digest, WHY));
        CaseSpec anew = without.after(HN, signature(without));
        assertThat(anew.after(GX, signature(anew)).joint().closed()).isTrue();
    }

    @Test
    void after_the_counterpart_declined_the_lead_closes_alone_and_that_stays_so() {
        CaseSpec alone = CaseSpec.given(Cases.BEGUN)
                .after(HN, new Acknowledge())
                .after(GX, new Decline("not-competent", "The farm is closed."))
                .after(HN, Cases.visit("v1"))
                .after(HN, Cases.recording("v1", "431129-branch", CaseEvent.Capacity.ATTENDING))
                .after(HN, finding("f1", "v1"));
        CaseSpec closed = alone.after(HN, sign(alone, "handed-on"));

        assertThat(closed.joint().closed()).isTrue();
        assertThat(closed.joint().takingPart()).containsExactly(HN);
        closed.when(GX, new Acknowledge()).refused("case.closed");
        closed.when(GX, new NoteClosure()).nothing();
        assertThat(closed.and(gx(new CaseEvent.CaseAcknowledged("451123-branch")))
                        .joint()
                        .closed())
                .as("an acknowledgement that crossed with the signature")
                .isTrue();
    }

    @Test
    void a_silent_counterpart_is_waited_for() {
        CaseSpec silent = CaseSpec.given(Cases.BEGUN)
                .after(HN, new Acknowledge())
                .and(gx(new CaseEvent.AcknowledgementMissed(Cases.ACKNOWLEDGE_BY)));
        silent.when(HN, sign(silent, "handed-on")).refused("case.closure.not-acknowledged");
    }

    @Test
    void reopening_raises_the_epoch_and_what_was_verified_is_looked_at_again() {
        CaseSpec reopened = CLOSED.when(GX, new Reopen("sham-rectification", WHY))
                .then(new CaseClosed(DIGEST, FIXED, 1), new CaseReopened("sham-rectification", WHY, 2))
                .holds(joint -> {
                    assertThat(joint.closed()).isFalse();
                    assertThat(joint.epoch()).isEqualTo(2);
                    assertThat(Turns.of(joint, ZONE))
                            .extracting(Turn::act)
                            .containsExactly(Act.VERIFY_MEASURE, Act.VERIFY_MEASURE);
                });
        reopened.when(HN, new Reopen("not-fixed", WHY)).nothing();
        reopened.when(HN, new NoteClosure()).then(new CaseClosed(DIGEST, FIXED, 1));
        CaseSpec verified = Cases.verified(reopened);
        CaseSpec one = verified.after(HN, signature(verified));
        assertThat(one.after(GX, signature(one)).joint().closed()).isTrue();
    }

    @Test
    void after_a_reopening_the_old_finding_does_not_close_again_and_new_visits_and_findings_are_asked_for() {
        String none = "no-breach-found";
        CaseSpec found = withFinding();
        CaseSpec one = found.after(HN, sign(found, none));
        CaseSpec reopened = one.after(GX, sign(one, none)).after(GX, new Reopen("new-facts", WHY));

        reopened.when(HN, sign(reopened, none)).refused("case.closure.no-finding");
        assertThat(Turns.of(reopened.joint(), ZONE))
                .containsExactly(new Turn(Act.PROPOSE_INSPECTION, HN, "431129-branch", null, null));
        assertThat(open(reopened, GX)).contains(Act.PROPOSE_INSPECTION, Act.PROPOSE_FINDING);
        assertThat(open(reopened, HN)).contains(Act.TAKE_SAMPLE);
        CaseSpec again = reopened.after(HN, finding("f2", "v1"));
        CaseSpec anew = again.after(GX, new CaseCommand.ConfirmFinding("f2", Cases.digestOfFinding(again, "f2")));
        CaseSpec once = anew.after(HN, sign(anew, none));
        assertThat(once.after(GX, sign(once, none)).joint().closed()).isTrue();
    }

    private static List<Act> open(CaseSpec spec, Side side) {
        return Task.of(spec.joint(), side, null, ZONE).stream()
                .filter(task -> task.status() == Task.Status.OPEN)
                .map(Task::act)
                .toList();
    }

    @Test
    void a_visit_of_the_new_epoch_asks_for_its_sample_and_finding() {
        CaseSpec found = withFinding();
        CaseSpec one = found.after(HN, sign(found, "handed-on"));
        CaseSpec visited = one.after(GX, sign(one, "handed-on"))
                .after(GX, new Reopen("new-facts", WHY))
                .after(HN, Cases.visit("v2"));
        String digest =
                Inspection.allOf(visited.joint()).getLast().proposal().event().digest();
        CaseSpec recorded = visited.after(GX, new CaseCommand.AcceptInspection("v2", digest))
                .after(HN, Cases.recording("v2", "431129-branch", CaseEvent.Capacity.ATTENDING));
        assertThat(Turns.of(recorded.joint(), ZONE))
                .extracting(turn -> turn.side() + " " + turn.act())
                .containsExactly("gx RECORD_INSPECTION", "hn TAKE_SAMPLE", "hn PROPOSE_FINDING");
    }

    @Test
    void only_a_closed_case_is_reopened_and_for_a_known_reason() {
        READY.when(HN, new Reopen("not-fixed", WHY)).refused("case.not-closed");
        CLOSED.when(HN, new Reopen("boredom", WHY)).refused("case.reason-unknown");
    }

    @Test
    void equal_reopenings_that_crossed_are_one() {
        CaseSpec both =
                CLOSED.and(hn(new CaseReopened("not-fixed", WHY, 2)), gx(new CaseReopened("new-facts", WHY, 2)));
        assertThat(both.joint().epoch()).isEqualTo(2);
    }

    @Test
    void a_closed_case_takes_nothing_more() {
        CLOSED.when(GX, order("o2")).refused("case.closed");
        CLOSED.when(GX, finding("f2", "v1")).refused("case.closed");
    }
}
