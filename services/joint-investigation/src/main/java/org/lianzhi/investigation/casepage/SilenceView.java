package org.lianzhi.investigation.casepage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.domain.JointCase;
import org.lianzhi.investigation.domain.Noted;
import org.lianzhi.investigation.domain.Silence;
import org.lianzhi.investigation.silence.Ladder;
import org.lianzhi.model.CaseEvent.CounterpartReminded;
import org.lianzhi.model.CaseEvent.RecordConcluded;
import org.lianzhi.model.Side;

/**
 * Who waits for whom, and what was done about it.
 *
 * @param outstanding whether the other side is to do something, as the asking person's side sees it
 * @param since when the asking person's side began to wait; null where nothing is outstanding
 * @param next what the asking person's side may send next; null where the ladder has ended
 * @param waitUntil until when the last reminder of that side waits for its answer
 * @param remindBlockers codes of the rules that stand in the way of the next reminder
 * @param concludeBlockers codes of the rules that stand in the way of concluding the own record
 * @param outcomes with what it may be concluded
 * @param reminders of both sides, in their order
 * @param conclusions by side, the last of each
 */
record SilenceView(
        boolean outstanding,
        @Nullable Instant since,
        @Nullable NextView next,
        @Nullable Instant waitUntil,
        List<String> remindBlockers,
        List<String> concludeBlockers,
        List<String> outcomes,
        List<ReminderView> reminders,
        Map<String, ConclusionView> conclusions) {

    record NextView(String rung, String to) {}

    record ReminderView(Side side, String rung, String to, String words, Instant at, Instant waitUntil) {}

    /** @param holds whether the other side has written nothing since */
    record ConclusionView(String outcome, String explanation, Instant at, boolean holds) {}

    static SilenceView of(JointCase joint, Side side, Ladder ladder, Instant now) {
        Silence silence = Silence.of(joint, side);
        List<ReminderView> reminders = new ArrayList<>();
        Map<String, ConclusionView> conclusions = new TreeMap<>();
        for (Side party : joint.parties()) {
            joint.recordOf(party)
                    .all(CounterpartReminded.class)
                    .map(SilenceView::reminder)
                    .forEach(reminders::add);
            joint.recordOf(party)
                    .last(RecordConcluded.class)
                    .ifPresent(concluded -> conclusions.put(party.code(), conclusion(joint, party, concluded)));
        }
        return new SilenceView(
                silence.isOtherOutstanding(),
                silence.outstandingSince().orElse(null),
                silence.next()
                        .map(rung -> new NextView(rung.code(), ladder.office(joint, side, rung)))
                        .orElse(null),
                silence.waitUntil().orElse(null),
                silence.remindBlockers(now),
                silence.concludeBlockers(now),
                Silence.OUTCOMES,
                reminders,
                conclusions);
    }

    private static ReminderView reminder(Noted<CounterpartReminded> reminder) {
        CounterpartReminded event = reminder.event();
        return new ReminderView(
                reminder.side(), event.rung(), event.to(), event.words(), reminder.at(), event.waitUntil());
    }

    private static ConclusionView conclusion(JointCase joint, Side side, Noted<RecordConcluded> concluded) {
        return new ConclusionView(
                concluded.event().outcome(),
                concluded.event().explanation(),
                concluded.at(),
                Silence.conclusion(joint, side).isPresent());
    }
}
