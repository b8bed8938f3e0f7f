package org.lianzhi.investigation.domain;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.lianzhi.investigation.domain.CaseCommand.EnterDecision;
import org.lianzhi.investigation.domain.CaseCommand.StateJurisdiction;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.CaseEvent.DecisionReceived;
import org.lianzhi.model.CaseEvent.JurisdictionStated;
import org.lianzhi.model.Ground;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.model.Side;
import org.lianzhi.model.wire.ContentDigest;

/** Who leads: said by each side for itself. Nobody in this system can bind the other province. */
final class JurisdictionRules {

    private JurisdictionRules() {}

    static List<CaseEvent> decide(JointCase joint, Side side, CaseCommand.AboutJurisdiction command) {
        CaseRules.requireAtWork(joint, side);
        if (CaseRules.hasDeclined(joint, joint.other(side).side())) {
            throw new RuleViolated("case.jurisdiction.alone");
        }
        return switch (command) {
            case StateJurisdiction state -> state(joint, side, state);
            case EnterDecision enter -> enter(joint, side, enter);
        };
    }

    private static List<CaseEvent> state(JointCase joint, Side side, StateJurisdiction command) {
        requireParty(joint, command.lead());
        if (command.grounds().isEmpty()) {
            throw new RuleViolated("case.jurisdiction.no-ground");
        }
        if (command.grounds().contains(Ground.DESIGNATED)) {
            throw new RuleViolated("case.jurisdiction.not-designated");
        }
        Jurisdiction before = Jurisdiction.of(joint);
        JurisdictionStated stated = new JurisdictionStated(
                command.lead(),
                command.grounds().stream().distinct().sorted().toList(),
                CaseRules.words("explanation", command.explanation(), 0),
                command.answerBy(),
                joint.epoch());
        var own = before.positions().get(side);
        if (own != null && isSame(own.event(), stated)) {
            return List.of();
        }
        if (before.isSettled()) {
            throw new RuleViolated("case.jurisdiction.settled");
        }
        if (contradicts(before, side, command.lead())) {
            CaseRules.words("explanation", command.explanation(), CaseRules.WORDS_AT_LEAST);
        }
        return List.of(stated);
    }

    /** Who says otherwise than the rule, or than the other side, says why. */
    private static boolean contradicts(Jurisdiction before, Side side, Side lead) {
        return !before.proposal().lead().equals(lead)
                || before.positions().values().stream()
                        .anyMatch(said -> !said.side().equals(side)
                                && !said.event().lead().equals(lead));
    }

    private static boolean isSame(JurisdictionStated before, JurisdictionStated now) {
        return before.lead().equals(now.lead())
                && before.grounds().equals(now.grounds())
                && before.explanation().equals(now.explanation());
    }

    private static List<CaseEvent> enter(JointCase joint, Side side, EnterDecision command) {
        requireParty(joint, command.lead());
        String issuer = CaseRules.words("issuer", command.issuer(), 2);
        String number = CaseRules.words("number", command.number(), 1);
        if (command.decidedOn().isAfter(command.today())) {
            throw new RuleViolated("case.in-the-future", command.today());
        }
        if (command.pages().isEmpty()) {
            throw new RuleViolated("case.jurisdiction.no-file");
        }
        String digest = ContentDigest.of(
                "decision-on-jurisdiction",
                new Decision(plain(issuer), plain(number), command.decidedOn(), command.lead()));
        var own = Jurisdiction.of(joint).decisions().get(side);
        if (own != null && own.event().digest().equals(digest)) {
            return List.of();
        }
        return List.of(new DecisionReceived(
                digest, issuer, number, command.decidedOn(), command.lead(), command.pages(), joint.epoch()));
    }

    /** What makes two entries the same decision, however each side copied it. */
    private record Decision(String issuer, String number, LocalDate decidedOn, Side lead) {}

    /** Brackets and digits come in two widths; spaces mean nothing. */
    private static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .toLowerCase(Locale.ROOT);
    }

    private static void requireParty(JointCase joint, Side lead) {
        if (!joint.parties().contains(lead)) {
            throw new RuleViolated("case.jurisdiction.lead-unknown", lead);
        }
    }
}
