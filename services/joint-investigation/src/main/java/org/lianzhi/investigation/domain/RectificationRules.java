package org.lianzhi.investigation.domain;

import java.util.ArrayList;
import java.util.List;
import org.lianzhi.investigation.domain.CaseCommand.ExtendMeasure;
import org.lianzhi.investigation.domain.CaseCommand.FindMeasureWanting;
import org.lianzhi.investigation.domain.CaseCommand.NewMeasure;
import org.lianzhi.investigation.domain.CaseCommand.OrderRectification;
import org.lianzhi.investigation.domain.CaseCommand.ReportMeasureDone;
import org.lianzhi.investigation.domain.CaseCommand.VerifyMeasure;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.CaseEvent.Measure;
import org.lianzhi.model.CaseEvent.MeasureExtended;
import org.lianzhi.model.CaseEvent.MeasureFoundWanting;
import org.lianzhi.model.CaseEvent.MeasureReportedDone;
import org.lianzhi.model.CaseEvent.MeasureVerified;
import org.lianzhi.model.CaseEvent.RectificationOrdered;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.model.Side;
import org.lianzhi.model.wire.ContentDigest;

/** What is to be put right: ordered and reported done by the competent side, seen in place by both. */
final class RectificationRules {

    private RectificationRules() {}

    static List<CaseEvent> decide(JointCase joint, Side side, CaseCommand.AboutRectification command) {
        CaseRules.requireAtWork(joint, side);
        return switch (command) {
            case OrderRectification order -> order(joint, order);
            case ReportMeasureDone report -> done(joint, side, report);
            case ExtendMeasure extend -> extend(joint, side, extend);
            case VerifyMeasure verify -> verify(joint, side, verify);
            case FindMeasureWanting wanting -> wanting(joint, side, wanting);
        };
    }

    private static List<CaseEvent> order(JointCase joint, OrderRectification command) {
        if (Finding.settledIn(joint).isEmpty()) {
            throw new RuleViolated("case.order.no-finding");
        }
        if (command.measures().isEmpty()) {
            throw new RuleViolated("case.order.no-measures");
        }
        RectificationOrdered open = ordered(joint, command, "");
        return List.of(ordered(joint, command, ContentDigest.of(open)));
    }

    private static RectificationOrdered ordered(JointCase joint, OrderRectification command, String digest) {
        return new RectificationOrdered(
                command.order(),
                digest,
                CaseRules.words("addressee", command.addressee(), 2),
                CaseRules.words("legalBasis", command.legalBasis(), 2),
                measures(command),
                joint.epoch());
    }

    private static List<Measure> measures(OrderRectification command) {
        List<Measure> measures = new ArrayList<>();
        for (NewMeasure measure : command.measures()) {
            CaseRules.requireWithinReach(measure.dueOn(), command.today());
            measures.add(new Measure(
                    "m" + (measures.size() + 1),
                    CaseRules.words("description", measure.description(), 2),
                    measure.dueOn()));
        }
        return measures;
    }

    private static List<CaseEvent> done(JointCase joint, Side side, ReportMeasureDone command) {
        MeasureReportedDone facts = command.facts();
        Order order = own(joint, side, facts.order());
        CaseRules.words("account", facts.account(), 2);
        if (facts.doneOn().isAfter(command.today())) {
            throw new RuleViolated("case.in-the-future", command.today());
        }
        Order.Step step = step(order, facts.measure());
        boolean same =
                step.done().filter(before -> before.event().equals(facts)).isPresent();
        if (same && step.isWanting()) {
            throw new RuleViolated("case.measure.nothing-new", facts.measure());
        }
        return same ? List.of() : List.of(facts);
    }

    private static Order own(JointCase joint, Side side, String id) {
        Order order = find(joint, id);
        if (!order.ordered().side().equals(side)) {
            throw new RuleViolated("case.measure.not-own", order.id());
        }
        return order;
    }

    private static List<CaseEvent> extend(JointCase joint, Side side, ExtendMeasure command) {
        Order.Step step = step(own(joint, side, command.order()), command.measure());
        MeasureExtended extended = new MeasureExtended(
                command.order(),
                command.measure(),
                command.dueOn(),
                CaseRules.reasons(command.reasons()),
                joint.epoch());
        if (!step.extensions().isEmpty() && step.extensions().getLast().event().equals(extended)) {
            return List.of();
        }
        if (step.done().isPresent() && !step.isWanting()) {
            throw new RuleViolated("case.measure.reported", command.measure());
        }
        if (!command.dueOn().isAfter(step.dueOn())) {
            throw new RuleViolated("case.measure.not-later", step.dueOn());
        }
        CaseRules.requireWithinReach(command.dueOn(), command.today());
        return List.of(extended);
    }

    private static List<CaseEvent> verify(JointCase joint, Side side, VerifyMeasure command) {
        Order.Step step = reported(joint, command.order(), command.measure(), command.digest());
        if (step.isVerifiedBy(side, joint.epoch())) {
            return List.of();
        }
        return List.of(new MeasureVerified(
                command.order(),
                command.measure(),
                command.digest(),
                command.capacity(),
                CaseRules.words("remarks", command.remarks(), 0),
                joint.epoch()));
    }

    private static List<CaseEvent> wanting(JointCase joint, Side side, FindMeasureWanting command) {
        Order.Step step = reported(joint, command.order(), command.measure(), command.digest());
        String reasons = CaseRules.reasons(command.reasons());
        var before = step.verdicts().get(side);
        if (before != null && before.event() instanceof MeasureFoundWanting) {
            return List.of();
        }
        return List.of(
                new MeasureFoundWanting(command.order(), command.measure(), command.digest(), reasons, joint.epoch()));
    }

    private static Order.Step reported(JointCase joint, String order, String measure, String digest) {
        Order.Step step = step(find(joint, order), measure);
        String reported = step.digest().orElseThrow(() -> new RuleViolated("case.measure.not-reported", measure));
        CaseRules.requireSame(reported, digest);
        return step;
    }

    static Order find(JointCase joint, String id) {
        return Order.allOf(joint).stream()
                .filter(order -> order.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RuleViolated("case.order.unknown"));
    }

    private static Order.Step step(Order order, String measure) {
        return order.step(measure).orElseThrow(() -> new RuleViolated("case.measure.unknown"));
    }
}
