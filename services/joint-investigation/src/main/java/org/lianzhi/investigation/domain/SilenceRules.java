package org.lianzhi.investigation.domain;

import java.util.List;
import java.util.Optional;
import org.lianzhi.investigation.domain.CaseCommand.ConcludeRecord;
import org.lianzhi.investigation.domain.CaseCommand.RemindCounterpart;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.CaseEvent.CounterpartReminded;
import org.lianzhi.model.CaseEvent.RecordConcluded;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.model.Side;

/** Nobody can make the other side act; but nobody has to wait for it without end either. */
final class SilenceRules {

    private SilenceRules() {}

    static List<CaseEvent> decide(JointCase joint, Side side, CaseCommand.AboutSilence command) {
        Silence silence = Silence.of(joint, side);
        return switch (command) {
            case RemindCounterpart remind -> remind(silence, remind);
            case ConcludeRecord conclude -> conclude(silence, conclude);
        };
    }

    private static List<CaseEvent> remind(Silence silence, RemindCounterpart command) {
        String words = CaseRules.words("words", command.words(), CaseRules.WORDS_AT_LEAST);
        refuse(silence, silence.remindBlockers(command.at()));
        if (!silence.next().equals(Optional.of(command.rung()))) {
            throw new RuleViolated("case.silence.other-rung");
        }
        return List.of(new CounterpartReminded(
                command.rung().code(),
                command.to(),
                words,
                command.waitUntil(),
                silence.theirVersion(),
                silence.joint().epoch()));
    }

    private static List<CaseEvent> conclude(Silence silence, ConcludeRecord command) {
        if (!Silence.OUTCOMES.contains(command.outcome())) {
            throw new RuleViolated("case.closure.outcome-unknown");
        }
        String explanation = CaseRules.words("explanation", command.explanation(), CaseRules.WORDS_AT_LEAST);
        refuse(silence, silence.concludeBlockers(command.at()));
        return List.of(new RecordConcluded(
                command.outcome(),
                explanation,
                silence.theirVersion(),
                silence.joint().epoch()));
    }

    private static void refuse(Silence silence, List<String> blockers) {
        blockers.stream().findFirst().ifPresent(code -> {
            throw code.equals("case.silence.too-early")
                    ? new RuleViolated(code, silence.waitUntil().orElseThrow())
                    : new RuleViolated(code);
        });
    }
}
