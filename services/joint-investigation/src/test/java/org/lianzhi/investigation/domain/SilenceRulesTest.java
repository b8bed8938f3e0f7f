package org.lianzhi.investigation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianzhi.investigation.domain.Cases.BEGUN;
import static org.lianzhi.investigation.domain.Cases.GX;
import static org.lianzhi.investigation.domain.Cases.HN;
import static org.lianzhi.investigation.domain.Cases.ZONE;
import static org.lianzhi.investigation.domain.Cases.gx;
import static org.lianzhi.investigation.domain.Cases.hn;
import static org.lianzhi.investigation.domain.Cases.readyToSign;
import static org.lianzhi.investigation.domain.Cases.signature;
import static org.lianzhi.investigation.domain.Cases.visit;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.lianzhi.investigation.domain.CaseCommand.Acknowledge;
import org.lianzhi.investigation.domain.CaseCommand.ConcludeRecord;
import org.lianzhi.investigation.domain.CaseCommand.Decline;
import org.lianzhi.investigation.domain.CaseCommand.RemindCounterpart;
import org.lianzhi.investigation.domain.CaseCommand.Reopen;
import org.lianzhi.model.CaseEvent.AcknowledgementMissed;
import org.lianzhi.model.CaseEvent.CaseAcknowledged;
import org.lianzhi.model.CaseEvent.CaseReopened;
import org.lianzhi.model.CaseEvent.CounterpartReminded;
import org.lianzhi.model.CaseEvent.RecordConcluded;

class SilenceRulesTest {

    private static final String WORDS = "Please sign the closure.";
    private static final String DONE = "own-part-done";
    private static final Instant FIRST = Instant.parse("2024-08-01T16:00:00Z");
    private static final Instant SECOND = Instant.parse("2024-08-08T16:00:00Z");

    /** Hunan has signed, Guangxi says nothing. What Guangxi wrote itself: acknowledged, accepted, confirmed, ordered, done, verified. */
    private static final CaseSpec READY = readyToSign();

    private static final CaseSpec WAITING = READY.after(HN, signature(READY));
    private static final long THEIRS = 6;
    private static final CaseSpec REMINDED = WAITING.after(HN, remind(Rung.BUREAU, FIRST, FIRST.minusSeconds(9)));
    private static final CaseSpec RAISED = REMINDED.after(HN, remind(Rung.DEPARTMENT, SECOND, FIRST));
    private static final CaseSpec CONCLUDED = RAISED.after(HN, conclude(SECOND));

    @Test
    void the_ladder_is_gone_up_rung_by_rung_each_after_its_time() {
        WAITING.when(HN, remind(Rung.BUREAU, FIRST, FIRST.minusSeconds(9)))
                .then(new CounterpartReminded("bureau", "451123-branch", WORDS, FIRST, THEIRS, 1));
        WAITING.when(HN, remind(Rung.DEPARTMENT, FIRST, FIRST.minusSeconds(9))).refused("case.silence.other-rung");
        REMINDED.when(HN, remind(Rung.DEPARTMENT, SECOND, FIRST.minusSeconds(1)))
                .refused("case.silence.too-early", FIRST);
        REMINDED.when(HN, remind(Rung.BUREAU, SECOND, FIRST)).refused("case.silence.other-rung");
        RAISED.when(HN, remind(Rung.DEPARTMENT, SECOND, SECOND)).refused("case.silence.ladder-ended");
    }

    @Test
    void who_waits_has_waited_since_its_first_word_that_the_other_has_not_answered() {
        assertThat(Silence.of(WAITING.joint(), HN).outstandingSince())
                .as("its verification, after the last word of the other side")
                .hasValue(CaseSpec.time(READY.minutes() - 1));
        assertThat(Silence.of(REMINDED.joint(), HN).outstandingSince())
                .as("a reminder does not begin it anew")
                .isEqualTo(Silence.of(WAITING.joint(), HN).outstandingSince());
        assertThat(Silence.of(WAITING.joint(), GX).outstandingSince()).isEmpty();
        CaseSpec begun = CaseSpec.given(BEGUN).after(HN, new Acknowledge());
        assertThat(Silence.of(begun.joint(), HN).outstandingSince()).hasValue(CaseSpec.time(2));
        assertThat(Silence.of(CaseSpec.given(BEGUN).joint(), HN).outstandingSince())
                .hasValue(CaseSpec.time(0));
    }

    @Test
    void only_who_waits_for_something_reminds() {
        READY.when(GX, new RemindCounterpart(Rung.BUREAU, "431129-branch", WORDS, FIRST, FIRST))
                .then(new CounterpartReminded("bureau", "431129-branch", WORDS, FIRST, 5, 1));
        WAITING.when(GX, remind(Rung.BUREAU, FIRST, FIRST)).refused("case.silence.nothing-outstanding");
        CaseSpec.given(BEGUN).when(HN, remind(Rung.BUREAU, FIRST, FIRST)).refused("case.not-acknowledged");
        WAITING.when(HN, new RemindCounterpart(Rung.BUREAU, "451123-branch", "hm", FIRST, FIRST))
                .refused("case.words.too-short", "words", 5);
    }

    @Test
    void after_the_ladder_the_own_record_is_concluded_and_the_case_is_not_closed() {
        WAITING.when(HN, conclude(SECOND)).refused("case.silence.ladder");
        REMINDED.when(HN, conclude(SECOND)).refused("case.silence.ladder");
        RAISED.when(HN, conclude(SECOND.minusSeconds(1))).refused("case.silence.too-early", SECOND);
        RAISED.when(HN, new ConcludeRecord("rectified-and-verified", WORDS, SECOND))
                .refused("case.closure.outcome-unknown");
        RAISED.when(HN, conclude(SECOND))
                .then(new RecordConcluded(DONE, WORDS, THEIRS, 1))
                .holds(joint -> {
                    assertThat(joint.closed()).isFalse();
                    assertThat(Silence.conclusion(joint, HN)).isPresent();
                    assertThat(Turns.of(joint, ZONE)).extracting(Turn::side).containsOnly(GX);
                })
                .when(HN, visit("v9"))
                .refused("case.closure.signed");
        CONCLUDED.when(HN, conclude(SECOND)).refused("case.record-concluded");
    }

    @Test
    void who_still_has_something_to_do_itself_cannot_conclude() {
        CaseSpec open = CaseSpec.given(BEGUN)
                .and(hn(new CaseAcknowledged("431129-branch")), gx(new AcknowledgementMissed(FIRST)))
                .after(HN, remind(Rung.BUREAU, FIRST, FIRST.minusSeconds(9)))
                .after(HN, remind(Rung.DEPARTMENT, SECOND, FIRST));
        open.when(HN, conclude(SECOND)).refused("case.silence.own-open");
    }

    @Test
    void whatever_the_other_side_writes_ends_the_silence() {
        CaseSpec answered = CONCLUDED.after(GX, new Decline("other", "We are overloaded."));
        assertThat(Silence.conclusion(answered.joint(), HN)).isEmpty();
        CaseSpec signed = CONCLUDED.after(GX, signature(CONCLUDED));
        assertThat(signed.joint().closed()).isTrue();
        assertThat(Silence.conclusion(signed.joint(), HN)).isEmpty();
        signed.when(HN, remind(Rung.BUREAU, SECOND, SECOND)).refused("case.closed");
    }

    @Test
    void what_a_clock_or_a_policy_adds_is_no_answer() {
        CaseSpec waiting = CaseSpec.given(BEGUN)
                .and(hn(new CaseAcknowledged("431129-branch")))
                .after(HN, remind(Rung.BUREAU, FIRST, FIRST.minusSeconds(9)))
                .and(gx(new AcknowledgementMissed(FIRST)));
        assertThat(Silence.of(waiting.joint(), HN).next()).contains(Rung.DEPARTMENT);
        assertThat(Silence.of(waiting.after(GX, new Acknowledge()).joint(), HN).next())
                .contains(Rung.BUREAU);
    }

    @Test
    void a_concluded_record_is_opened_again_by_the_own_side() {
        CONCLUDED
                .when(HN, new Reopen("not-fixed", "The rain is back."))
                .then(new CaseReopened("not-fixed", "The rain is back.", 2))
                .holds(joint -> assertThat(Silence.conclusion(joint, HN)).isEmpty());
        RAISED.when(HN, new Reopen("not-fixed", "The rain is back.")).refused("case.not-closed");
    }

    @Test
    void a_reminder_leaves_the_signature_as_it_is() {
        CaseSpec signed = REMINDED.after(GX, signature(REMINDED));
        assertThat(signed.joint().closed()).isTrue();
    }

    private static RemindCounterpart remind(Rung rung, Instant waitUntil, Instant now) {
        return new RemindCounterpart(rung, "451123-branch", WORDS, waitUntil, now);
    }

    private static ConcludeRecord conclude(Instant now) {
        return new ConcludeRecord(DONE, WORDS, now);
    }
}
