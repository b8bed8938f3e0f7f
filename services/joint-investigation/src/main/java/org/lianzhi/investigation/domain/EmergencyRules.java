package org.lianzhi.investigation.domain;

import java.util.List;
import java.util.Set;
import org.lianzhi.investigation.domain.CaseCommand.RecordReply;
import org.lianzhi.investigation.domain.CaseCommand.SendLetter;
import org.lianzhi.investigation.domain.CaseCommand.TakeEmergencyMeasure;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.CaseEvent.EmergencyMeasureTaken;
import org.lianzhi.model.CaseEvent.LetterAnswered;
import org.lianzhi.model.CaseEvent.LetterSent;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.model.Side;

/** The water does not wait for anybody's acknowledgement: a side may act at once, and write to whoever else must. */
final class EmergencyRules {

    private static final Set<String> KINDS = Set.of("block-outlet", "stop-using-water", "other");

    private EmergencyRules() {}

    static List<CaseEvent> decide(JointCase joint, Side side, CaseCommand.AboutEmergency command) {
        CaseRules.requireBegun(joint, side);
        return switch (command) {
            case TakeEmergencyMeasure take -> take(joint, side, take);
            case SendLetter send -> send(joint, side, send);
            case RecordReply reply -> reply(joint, side, reply);
        };
    }

    private static List<CaseEvent> take(JointCase joint, Side side, TakeEmergencyMeasure command) {
        EmergencyMeasureTaken facts = command.facts();
        if (joint.recordOf(side).holds(facts)) {
            return List.of();
        }
        CaseRules.requireOpen(joint, side);
        if (!KINDS.contains(facts.kind())) {
            throw new RuleViolated("case.emergency.kind-unknown");
        }
        CaseRules.words("account", facts.account(), 2);
        InspectionRules.requirePast(facts.takenAt(), command.at());
        return List.of(facts);
    }

    private static List<CaseEvent> send(JointCase joint, Side side, SendLetter command) {
        if (!Letter.ADDRESSEES.contains(command.addressee())) {
            throw new RuleViolated("case.letter.addressee-unknown");
        }
        LetterSent sent = new LetterSent(
                command.letter(),
                command.addressee(),
                CaseRules.words("number", command.number(), 1),
                CaseRules.words("text", command.text(), CaseRules.WORDS_AT_LEAST),
                command.dueAt(),
                command.rule(),
                joint.epoch());
        if (joint.recordOf(side).holds(sent)) {
            return List.of();
        }
        if (joint.closed()) {
            throw new RuleViolated("case.closed");
        }
        return List.of(sent);
    }

    /** Also after the end: a late reply is a reply. */
    private static List<CaseEvent> reply(JointCase joint, Side side, RecordReply command) {
        Letter letter = Letter.allOf(joint).stream()
                .filter(each ->
                        each.id().equals(command.letter()) && each.sent().side().equals(side))
                .findFirst()
                .orElseThrow(() -> new RuleViolated("case.letter.unknown"));
        LetterAnswered answer = new LetterAnswered(
                letter.id(),
                command.answeredOn(),
                CaseRules.words("account", command.account(), 2),
                letter.sent().event().epoch());
        if (joint.recordOf(side).holds(answer)) {
            return List.of();
        }
        if (letter.reply().isPresent()) {
            throw new RuleViolated("case.letter.answered");
        }
        if (command.answeredOn().isAfter(command.today())) {
            throw new RuleViolated("case.in-the-future", command.today());
        }
        return List.of(answer);
    }
}
