package org.lianzhi.investigation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianzhi.investigation.domain.Cases.BEGUN;
import static org.lianzhi.investigation.domain.Cases.GX;
import static org.lianzhi.investigation.domain.Cases.HN;
import static org.lianzhi.investigation.domain.Cases.RAIN;
import static org.lianzhi.investigation.domain.Cases.TODAY;
import static org.lianzhi.investigation.domain.Cases.ZONE;
import static org.lianzhi.investigation.domain.Cases.emergency;
import static org.lianzhi.investigation.domain.Cases.letter;
import static org.lianzhi.investigation.domain.Cases.readyToSign;
import static org.lianzhi.investigation.domain.Cases.signature;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianzhi.investigation.domain.CaseCommand.RecordReply;
import org.lianzhi.investigation.domain.CaseCommand.SendLetter;
import org.lianzhi.investigation.domain.CaseCommand.TakeEmergencyMeasure;
import org.lianzhi.model.CaseEvent.EmergencyMeasureTaken;
import org.lianzhi.model.CaseEvent.LetterAnswered;
import org.lianzhi.model.CaseEvent.LetterSent;
import org.lianzhi.model.Side;

class EmergencyRulesTest {

    private static final CaseSpec ASKED = CaseSpec.given(BEGUN);
    private static final LetterSent SENT =
            new LetterSent("l1", "agriculture", "no. 1", "Please check the farm.", RAIN, "letter-reply", 1);

    private static List<String> replies(CaseSpec spec) {
        return Turns.of(spec.joint(), ZONE).stream()
                .filter(turn -> turn.act() == Act.RECORD_REPLY)
                .map(turn -> turn.side().code() + " " + turn.ref() + " " + turn.dueAt())
                .toList();
    }

    @Test
    void the_outlet_is_blocked_before_anybody_has_acknowledged() {
        EmergencyMeasureTaken facts = emergency("e1").facts();
        CaseSpec taken = ASKED.when(HN, emergency("e1")).then(facts);
        taken.when(HN, emergency("e1")).nothing();
        assertThat(Turns.of(taken.joint(), ZONE)).extracting(Turn::act).containsOnly(Act.ACKNOWLEDGE);
    }

    @Test
    void what_is_no_measure_or_still_to_come_or_of_a_side_that_takes_no_part_is_refused() {
        EmergencyMeasureTaken good = emergency("e1").facts();
        ASKED.when(HN, new TakeEmergencyMeasure(kind(good, "hope"), Cases.LATER))
                .refused("case.emergency.kind-unknown");
        ASKED.when(HN, new TakeEmergencyMeasure(good, Cases.OPENED_AT.minusSeconds(3600)))
                .refused("case.in-the-future");
        CaseSpec.given(BEGUN[0]).when(GX, emergency("e1")).refused("case.not-acknowledged");
        ASKED.after(GX, new CaseCommand.Decline("not-competent", "It is not ours."))
                .when(GX, emergency("e1"))
                .refused("case.declined");
        ASKED.when(new Side("cn"), emergency("e1")).refused("case.not-a-party");
        readyToSign()
                .after(GX, signature(readyToSign()))
                .when(GX, emergency("e1"))
                .refused("case.closure.signed");
    }

    private static EmergencyMeasureTaken kind(EmergencyMeasureTaken good, String kind) {
        return new EmergencyMeasureTaken(
                good.measure(), kind, good.place(), good.takenAt(), good.account(), good.photos(), good.epoch());
    }

    @Test
    void whoever_wrote_a_letter_waits_for_its_reply_and_nobody_else_does() {
        CaseSpec sent = ASKED.when(HN, letter("l1")).then(SENT);
        sent.when(HN, letter("l1")).nothing();
        assertThat(replies(sent)).containsExactly("hn l1 " + RAIN);
        sent.when(GX, reply("l1")).refused("case.letter.unknown");
        CaseSpec answered = sent.when(HN, reply("l1")).then(new LetterAnswered("l1", TODAY, "Checked.", 1));
        answered.when(HN, reply("l1")).nothing();
        answered.when(HN, new RecordReply("l1", TODAY, "Something else.", TODAY))
                .refused("case.letter.answered");
        assertThat(replies(answered)).isEmpty();
    }

    private static RecordReply reply(String letter) {
        return new RecordReply(letter, TODAY, "Checked.", TODAY);
    }

    @Test
    void a_letter_says_to_whom_and_what_and_its_reply_is_not_of_tomorrow() {
        ASKED.when(HN, new SendLetter("l1", "the moon", "1", "Please check it.", RAIN, "letter-reply"))
                .refused("case.letter.addressee-unknown");
        ASKED.when(HN, new SendLetter("l1", "police", "1", "hm", RAIN, "letter-reply"))
                .refused("case.words.too-short", "text", 5);
        ASKED.after(HN, letter("l1"))
                .when(HN, new RecordReply("l1", TODAY.plusDays(1), "Checked.", TODAY))
                .refused("case.in-the-future", TODAY);
    }

    @Test
    void a_letter_breaks_no_signature_and_its_reply_may_come_after_the_end() {
        CaseSpec ready = readyToSign().after(HN, letter("l1"));
        CaseSpec signed = ready.after(HN, signature(ready));
        CaseSpec another = signed.after(HN, letter("l2"));
        assertThat(Closure.of(another.joint()).hasSignedWhatIs(HN)).isTrue();
        CaseSpec closed = another.after(GX, signature(another));
        assertThat(closed.joint().closed()).isTrue();
        closed.when(HN, letter("l3")).refused("case.closed");
        closed.after(HN, reply("l1"));
        assertThat(replies(closed)).isEmpty();
    }
}
