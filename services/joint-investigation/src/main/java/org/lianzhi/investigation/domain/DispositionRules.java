package org.lianzhi.investigation.domain;

import java.util.List;
import org.lianzhi.investigation.domain.CaseCommand.DecideDisposition;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.CaseEvent.DispositionDecided;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.model.Side;

/**
 * What becomes of whoever caused the pollution is each side's own decision, by its own law. It neither waits for the other
 * side nor for the end of the case, and no signature covers it.
 */
final class DispositionRules {

    /** Code of the condition that the records themselves can tell. */
    private static final String CORRECTED = "corrected";

    private DispositionRules() {}

    static List<CaseEvent> decide(JointCase joint, Side side, CaseCommand.AboutDisposition command) {
        ClosureRules.requireTakesPart(joint, side);
        return switch (command) {
            case DecideDisposition decide -> decide(joint, side, decide);
        };
    }

    private static List<CaseEvent> decide(JointCase joint, Side side, DecideDisposition command) {
        DispositionDecided decided = new DispositionDecided(
                command.disposition(),
                command.kind(),
                CaseRules.words("number", command.number(), 1),
                command.decidedOn(),
                command.bases(),
                command.required(),
                command.periodMonths(),
                CaseRules.reasons(command.reasons()),
                joint.epoch());
        if (joint.recordOf(side).holds(decided)) {
            return List.of();
        }
        if (Finding.settledIn(joint).isEmpty()) {
            throw new RuleViolated("case.disposition.no-finding");
        }
        if (command.decidedOn().isAfter(command.today())) {
            throw new RuleViolated("case.in-the-future", command.today());
        }
        command.required().stream()
                .filter(condition -> !command.confirmed().contains(condition))
                .findFirst()
                .ifPresent(condition -> {
                    throw new RuleViolated("case.disposition.condition", condition);
                });
        if (command.required().contains(CORRECTED) && !isCorrected(joint)) {
            throw new RuleViolated("case.disposition.not-corrected");
        }
        return List.of(decided);
    }

    /** What was ordered is there, as all who take part saw it. Where nothing was ordered, there was nothing to correct. */
    private static boolean isCorrected(JointCase joint) {
        return Order.allOf(joint).stream().allMatch(order -> order.isVerified(joint, joint.epoch()));
    }
}
