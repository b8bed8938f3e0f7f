package org.lianzhi.investigation.domain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lianzhi.investigation.domain.SideRecord.Stand;
import org.lianzhi.model.CaseEvent.CounterpartReminded;
import org.lianzhi.model.CaseEvent.RecordConcluded;
import org.lianzhi.model.Side;

/**
 * How a side stands that waits for the other. Whatever the other side writes itself ends the silence: the ladder begins
 * anew, and a record that was concluded is open again. No clock is asked for that, so both sides see the same.
 *
 * @param side that waits
 * @param reminders that are not answered, the first rung first
 * @param turns what somebody has to do. When it is due does not matter here, so neither does the zone
 */
public record Silence(JointCase joint, Side side, List<Noted<CounterpartReminded>> reminders, List<Turn> turns) {

    /** With what a side may end its own record. That something is rectified takes both to say. */
    public static final List<String> OUTCOMES = List.of("own-part-done", "no-breach-found", "handed-on");

    public static Silence of(JointCase joint, Side side) {
        long said = said(joint, side);
        int epoch = joint.epoch();
        return new Silence(
                joint,
                side,
                joint.recordOf(side)
                        .all(CounterpartReminded.class)
                        .filter(reminder -> reminder.event().epoch() == epoch
                                && reminder.event().theirVersion() == said)
                        .toList(),
                Turns.of(joint, ZoneOffset.UTC));
    }

    /** The conclusion of a side's own record, as long as it holds. */
    public static Optional<Noted<RecordConcluded>> conclusion(JointCase joint, Side side) {
        return joint.recordOf(side)
                .last(RecordConcluded.class)
                .filter(concluded -> concluded.event().epoch() == joint.epoch()
                        && concluded.event().theirVersion() == said(joint, side));
    }

    static boolean isConcluded(JointCase joint, Side side) {
        return conclusion(joint, side).isPresent();
    }

    private static long said(JointCase joint, Side side) {
        return joint.other(side).saidVersion();
    }

    long theirVersion() {
        return said(joint, side);
    }

    /** Whether the other side is to do something. */
    public boolean isOtherOutstanding() {
        return hasTurn(joint.other(side).side());
    }

    /**
     * Since when the other side has let this one wait: since the first word of this side after its own last one. Where
     * this side has said nothing since, it has kept itself waiting since its last word, or since it was asked.
     */
    public Optional<Instant> outstandingSince() {
        if (!isOtherOutstanding()) {
            return Optional.empty();
        }
        SideRecord other = joint.other(side);
        Optional<Instant> theirLast = other.said().map(Noted::at).max(Instant::compareTo);
        Optional<Instant> asked = joint.recordOf(side)
                .said()
                .map(Noted::at)
                .filter(at -> theirLast.isEmpty() || at.isAfter(theirLast.get()))
                .min(Instant::compareTo);
        return asked.or(() -> theirLast).or(() -> joint.opening().map(Noted::at));
    }

    private boolean hasTurn(Side whose) {
        return turns.stream()
                .anyMatch(turn -> turn.side().equals(whose) && !turn.act().isApart());
    }

    /** The rung that comes next; none where all are taken. */
    public Optional<Rung> next() {
        return reminders.size() < Rung.values().length
                ? Optional.of(Rung.values()[reminders.size()])
                : Optional.empty();
    }

    /** Until when the last reminder waits for its answer. */
    public Optional<Instant> waitUntil() {
        return reminders.isEmpty()
                ? Optional.empty()
                : Optional.of(reminders.getLast().event().waitUntil());
    }

    private Optional<String> common() {
        if (joint.closed()) {
            return Optional.of("case.closed");
        }
        if (!joint.recordOf(side).is(Stand.ACKNOWLEDGED)) {
            return Optional.of(CaseRules.hasDeclined(joint, side) ? "case.declined" : "case.not-acknowledged");
        }
        if (isConcluded(joint, side)) {
            return Optional.of("case.record-concluded");
        }
        return isOtherOutstanding() ? Optional.empty() : Optional.of("case.silence.nothing-outstanding");
    }

    private boolean isTooEarly(Instant now) {
        return waitUntil().filter(now::isBefore).isPresent();
    }

    /** Codes of the rules that stand in the way of the next reminder. */
    public List<String> remindBlockers(Instant now) {
        List<String> codes = new ArrayList<>(common().stream().toList());
        if (next().isEmpty()) {
            codes.add("case.silence.ladder-ended");
        } else if (isTooEarly(now)) {
            codes.add("case.silence.too-early");
        }
        return codes;
    }

    /** Codes of the rules that stand in the way of concluding the own record. */
    public List<String> concludeBlockers(Instant now) {
        List<String> codes = new ArrayList<>(common().stream().toList());
        if (next().isPresent()) {
            codes.add("case.silence.ladder");
        } else if (isTooEarly(now)) {
            codes.add("case.silence.too-early");
        }
        if (hasTurn(side)) {
            codes.add("case.silence.own-open");
        }
        return codes;
    }
}
