package org.lianzhi.investigation.domain;

import java.util.ArrayList;
import java.util.List;
import org.lianzhi.investigation.domain.CaseCommand.MissAfterChecks;
import org.lianzhi.investigation.domain.CaseCommand.PlanAfterChecks;
import org.lianzhi.investigation.domain.CaseCommand.RecordAfterCheck;
import org.lianzhi.investigation.domain.CaseCommand.RecordHeavyRain;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.CaseEvent.AfterCheckMissed;
import org.lianzhi.model.CaseEvent.AfterCheckPlanned;
import org.lianzhi.model.CaseEvent.AfterChecked;
import org.lianzhi.model.CaseEvent.CaseReopened;
import org.lianzhi.model.CaseEvent.HeavyRainRecorded;
import org.lianzhi.model.CaseEvent.Sham;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.model.Side;

/** What was accepted is looked at again, unannounced; what was for show only has to be done anew, and opens the case again. */
final class AfterCheckRules {

    private AfterCheckRules() {}

    static List<CaseEvent> decide(JointCase joint, Side side, CaseCommand.AboutAfterCheck command) {
        return switch (command) {
            case PlanAfterChecks plan -> plan(joint, side, plan);
            case RecordHeavyRain rain -> rain(joint, side, rain);
            case RecordAfterCheck check -> check(joint, side, check);
            case MissAfterChecks miss -> miss(joint, side, miss);
        };
    }

    private static List<AfterCheck> own(JointCase joint, Side side) {
        return AfterCheck.allOf(joint).stream()
                .filter(check -> check.order().ordered().side().equals(side))
                .toList();
    }

    private static List<CaseEvent> plan(JointCase joint, Side side, PlanAfterChecks command) {
        return own(joint, side).stream()
                .filter(check -> check.planned().isEmpty())
                .<CaseEvent>map(check -> new AfterCheckPlanned(
                        check.order().id(), check.accepted(), command.dueAt(), command.rule(), joint.epoch()))
                .toList();
    }

    private static List<CaseEvent> rain(JointCase joint, Side side, RecordHeavyRain command) {
        ClosureRules.requireTakesPart(joint, side);
        InspectionRules.requirePast(command.cameAt(), command.at());
        HeavyRainRecorded came = new HeavyRainRecorded(
                command.cameAt(),
                CaseRules.words("account", command.account(), 2),
                command.dueAt(),
                command.rule(),
                joint.epoch());
        if (joint.recordOf(side).holds(came)) {
            return List.of();
        }
        List<AfterCheck> accepted = AfterCheck.allOf(joint);
        if (accepted.isEmpty()) {
            throw new RuleViolated("case.after-check.nothing-accepted");
        }
        List<AfterCheck> dry =
                accepted.stream().filter(check -> check.rain().isEmpty()).toList();
        if (dry.isEmpty()) {
            throw new RuleViolated("case.after-check.rain-recorded");
        }
        if (dry.stream().allMatch(check -> command.cameAt().isBefore(check.acceptedAt()))) {
            throw new RuleViolated(
                    "case.after-check.before-acceptance", dry.getFirst().acceptedAt());
        }
        return List.of(came);
    }

    private static List<CaseEvent> check(JointCase joint, Side side, RecordAfterCheck command) {
        ClosureRules.requireTakesPart(joint, side);
        Closure closure = Closure.of(joint);
        if (!closure.isClosed() && closure.signatureOf(side).isPresent()) {
            throw new RuleViolated("case.closure.signed");
        }
        Order order = RectificationRules.find(joint, command.order());
        String account = CaseRules.words("account", command.account(), CaseRules.WORDS_AT_LEAST);
        InspectionRules.requireTwo(command.inspectors());
        InspectionRules.requirePast(command.checkedAt(), command.at());
        InspectionRules.requirePower(joint, side, command.capacity(), command.place());
        CaseRules.requireCode(command.weather(), "case.weather-unknown");
        AfterChecked checked = new AfterChecked(
                order.id(),
                command.accepted(),
                command.checkedAt(),
                command.place(),
                command.capacity(),
                command.inspectors(),
                command.weather(),
                account,
                shams(order, command.shams()),
                command.photos(),
                joint.epoch());
        if (joint.recordOf(side).holds(checked)) {
            return List.of();
        }
        requireAccepted(joint, order, command);
        List<CaseEvent> events = new ArrayList<>(List.of(checked));
        if (!checked.shams().isEmpty() && (closure.isClosed() || Silence.isConcluded(joint, side))) {
            events.addAll(ClosureRules.note(joint, closure, side));
            events.add(new CaseReopened(ClosureRules.SHAM, account, closure.epoch() + 1));
        }
        return events;
    }

    private static List<Sham> shams(Order order, List<String> measures) {
        return measures.stream()
                .map(measure -> new Sham(
                        measure,
                        order.step(measure)
                                .orElseThrow(() -> new RuleViolated("case.measure.unknown"))
                                .digest()
                                .orElseThrow(() -> new RuleViolated("case.measure.not-reported", measure))))
                .toList();
    }

    private static void requireAccepted(JointCase joint, Order order, RecordAfterCheck command) {
        AfterCheck check = AfterCheck.allOf(joint).stream()
                .filter(each -> each.order().id().equals(order.id()))
                .findFirst()
                .orElseThrow(() -> new RuleViolated("case.after-check.nothing-accepted"));
        CaseRules.requireSame(check.accepted(), command.accepted());
        if (command.checkedAt().isBefore(check.acceptedAt())) {
            throw new RuleViolated("case.after-check.before-acceptance", check.acceptedAt());
        }
    }

    private static List<CaseEvent> miss(JointCase joint, Side side, MissAfterChecks command) {
        return own(joint, side).stream()
                .flatMap(check -> check.open().stream()
                        .filter(due -> !command.at().isBefore(due.dueAt()))
                        .<CaseEvent>map(due -> new AfterCheckMissed(
                                check.order().id(),
                                check.accepted(),
                                due.occasion().code(),
                                due.dueAt(),
                                joint.epoch())))
                .filter(missed -> !joint.recordOf(side).holds(missed))
                .toList();
    }
}
