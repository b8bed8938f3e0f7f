package org.lianzhi.investigation.domain;

import java.util.List;
import org.lianzhi.investigation.domain.SideRecord.Stand;
import org.lianzhi.model.CaseEvent.RectificationOrdered;
import org.lianzhi.model.Side;

/** What a side's officers may do although nobody waits for it: the task list offers it. */
record May(JointCase joint, Side side, List<Turn> turns, Closure closure) {

    static May at(JointCase joint, Side side, List<Turn> turns) {
        return new May(joint, side, turns, Closure.of(joint));
    }

    boolean does(Act act) {
        boolean acknowledged = joint.recordOf(side).is(Stand.ACKNOWLEDGED);
        if (act == Act.REOPEN) {
            return acknowledged && (closure.isClosed() || Silence.isConcluded(joint, side));
        }
        if (act == Act.HEAVY_RAIN) {
            return acknowledged
                    && AfterCheck.allOf(joint).stream()
                            .anyMatch(check -> check.rain().isEmpty());
        }
        if (Silence.isConcluded(joint, side)
                || closure.isClosed()
                || !acknowledged
                || closure.signatureOf(side).isPresent()) {
            return false;
        }
        boolean settled = Finding.isSettledIn(joint, closure.epoch());
        return switch (act) {
            case STATE_JURISDICTION -> isToSettle() && (isWithoutPosition() || isDisputed());
            case ENTER_DECISION -> isToSettle() && isDisputed();
            case PROPOSE_INSPECTION -> !isVisitAwaited() && !settled;
            case TAKE_SAMPLE -> hasBeenOnSite() && !settled;
            case PROPOSE_FINDING -> isSomebodyOnSite() && !isSomebodysTurn(Act.ANSWER_FINDING) && !isAgreed();
            case ORDER ->
                Finding.settledIn(joint).isPresent()
                        && joint.recordOf(side).last(RectificationOrdered.class).isEmpty();
            case SIGN -> !closure.outcomes().isEmpty();
            default -> false;
        };
    }

    private boolean isToSettle() {
        return joint.takingPart().size() > 1 && !Jurisdiction.of(joint).isSettled();
    }

    private boolean isWithoutPosition() {
        return !Jurisdiction.of(joint).positions().containsKey(side);
    }

    private boolean isDisputed() {
        return Jurisdiction.of(joint).state() == Jurisdiction.State.DISPUTED;
    }

    private boolean isAgreed() {
        return Finding.allOf(joint).stream()
                .anyMatch(finding -> finding.state() == Finding.State.AGREED && finding.isOf(closure.epoch()));
    }

    private boolean isVisitAwaited() {
        List<String> visits = Inspection.allOf(joint).stream()
                .filter(inspection -> inspection.isOf(closure.epoch()))
                .map(Inspection::id)
                .toList();
        return turns.stream()
                .anyMatch(turn -> (turn.act() == Act.ANSWER_INSPECTION || turn.act() == Act.RECORD_INSPECTION)
                        && visits.contains(turn.ref()));
    }

    private boolean isSomebodysTurn(Act act) {
        return turns.stream().anyMatch(turn -> turn.act() == act);
    }

    private boolean hasBeenOnSite() {
        return Inspection.allOf(joint).stream()
                .anyMatch(inspection -> inspection.recordings().containsKey(side));
    }

    private boolean isSomebodyOnSite() {
        return Inspection.allOf(joint).stream()
                .anyMatch(inspection -> !inspection.recordings().isEmpty());
    }
}
