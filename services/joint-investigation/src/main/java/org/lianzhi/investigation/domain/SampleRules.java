package org.lianzhi.investigation.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.lianzhi.investigation.domain.CaseCommand.ReceiveSample;
import org.lianzhi.investigation.domain.CaseCommand.ReportResults;
import org.lianzhi.investigation.domain.CaseCommand.SendSample;
import org.lianzhi.investigation.domain.CaseCommand.TakeSample;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.CaseEvent.SampleReceived;
import org.lianzhi.model.CaseEvent.SampleSent;
import org.lianzhi.model.CaseEvent.SampleTaken;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.model.Side;

/** The custody of samples: a chain without a gap from the site to the result. */
final class SampleRules {

    private static final Set<String> PARTS = Set.of("split", "field-duplicate", Sample.RETAINED);
    private static final Set<String> MEDIA = Set.of("wastewater", "surface-water");

    private SampleRules() {}

    static List<CaseEvent> decide(JointCase joint, Side side, CaseCommand.AboutSample command) {
        return switch (command) {
            case TakeSample take -> take(joint, side, take);
            case SendSample(var facts, var at) -> send(joint, side, facts, at);
            case ReceiveSample(var facts, var at) -> receive(joint, side, facts, at);
            case ReportResults report -> report(joint, side, report);
        };
    }

    private static List<CaseEvent> take(JointCase joint, Side side, TakeSample command) {
        CaseRules.requireAtWork(joint, side);
        SampleTaken facts = command.facts();
        if (!PARTS.contains(facts.part())) {
            throw new RuleViolated("case.sample.part-unknown");
        }
        if (!MEDIA.contains(facts.medium())) {
            throw new RuleViolated("case.sample.medium-unknown");
        }
        if (facts.parameters().isEmpty()) {
            throw new RuleViolated("case.sample.no-parameters");
        }
        facts.parameters().forEach(parameter -> CaseRules.requireCode(parameter, "case.parameter-unknown"));
        CaseRules.words("number", facts.number(), 1);
        CaseRules.words("seal", facts.seal(), 1);
        InspectionRules.requireTwo(facts.takenBy());
        InspectionRules.requirePast(facts.takenAt(), command.at());
        requireSealUnused(joint.recordOf(side), facts.seal());
        return List.of(facts);
    }

    private static void requireSealUnused(SideRecord own, String seal) {
        boolean used = own.all(SampleTaken.class)
                .anyMatch(taken -> taken.event().seal().equals(seal));
        if (used) {
            throw new RuleViolated("case.sample.seal-used", seal);
        }
    }

    private static List<CaseEvent> send(JointCase joint, Side side, SampleSent facts, Instant now) {
        CaseRules.requireAtWork(joint, side);
        Sample sample = own(joint, side, facts.sample());
        if (sample.sent().isPresent()) {
            if (sample.sent().get().event().equals(facts)) {
                return List.of();
            }
            throw new RuleViolated("case.sample.sent", sample.id());
        }
        if (!sample.taken().event().seal().equals(facts.seal())) {
            throw new RuleViolated(
                    "case.sample.seal-differs", sample.taken().event().seal(), facts.seal());
        }
        if (facts.handedOverAt().isBefore(sample.taken().event().takenAt())) {
            throw new RuleViolated(
                    "case.sample.sent-before-taken", sample.taken().event().takenAt());
        }
        InspectionRules.requirePast(facts.handedOverAt(), now);
        return List.of(facts);
    }

    private static List<CaseEvent> receive(JointCase joint, Side side, SampleReceived facts, Instant now) {
        Sample sample = sentTo(joint, side, facts.sample(), facts.laboratory());
        if (sample.received().isPresent()) {
            if (sample.received().get().event().equals(facts)) {
                return List.of();
            }
            throw new RuleViolated("case.sample.received", sample.id());
        }
        CaseRules.requireAtWork(joint, side);
        var handedOver = sample.sent().orElseThrow().event().handedOverAt();
        if (facts.receivedAt().isBefore(handedOver)) {
            throw new RuleViolated("case.sample.received-before-sent", handedOver);
        }
        InspectionRules.requirePast(facts.receivedAt(), now);
        return List.of(facts);
    }

    private static List<CaseEvent> report(JointCase joint, Side side, ReportResults command) {
        Sample sample = sentTo(joint, side, command.sample(), command.laboratory());
        SampleReceived received = sample.received()
                .orElseThrow(() -> new RuleViolated("case.sample.not-received", sample.id()))
                .event();
        CaseEvent results = Results.of(sample.taken().event(), received, command);
        if (sample.results().isPresent()) {
            if (sample.results().get().event().equals(results)) {
                return List.of();
            }
            throw new RuleViolated("case.sample.reported", sample.id());
        }
        CaseRules.requireAtWork(joint, side);
        if (command.analysedAt().isBefore(received.receivedAt())) {
            throw new RuleViolated("case.results.before-received", received.receivedAt());
        }
        InspectionRules.requirePast(command.analysedAt(), command.at());
        return List.of(results);
    }

    private static Sample sentTo(JointCase joint, Side side, String id, String laboratory) {
        Sample sample = own(joint, side, id);
        String to = sample.laboratory().orElseThrow(() -> new RuleViolated("case.sample.not-sent", id));
        if (!to.equals(laboratory)) {
            throw new RuleViolated("case.sample.other-laboratory", to);
        }
        return sample;
    }

    private static Sample own(JointCase joint, Side side, String id) {
        return Sample.allOf(joint).stream()
                .filter(sample ->
                        sample.taken().side().equals(side) && sample.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RuleViolated("case.sample.unknown"));
    }
}
