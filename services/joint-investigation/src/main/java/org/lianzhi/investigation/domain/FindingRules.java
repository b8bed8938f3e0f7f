package org.lianzhi.investigation.domain;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lianzhi.investigation.domain.CaseCommand.ConfirmFinding;
import org.lianzhi.investigation.domain.CaseCommand.DissentFromFinding;
import org.lianzhi.investigation.domain.CaseCommand.ProposeFinding;
import org.lianzhi.investigation.domain.CaseCommand.WithdrawFinding;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.CaseEvent.FindingConfirmed;
import org.lianzhi.model.CaseEvent.FindingDissented;
import org.lianzhi.model.CaseEvent.FindingProposed;
import org.lianzhi.model.CaseEvent.FindingWithdrawn;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.model.Side;
import org.lianzhi.model.wire.ContentDigest;

/** What both sides hold for true: proposed by one, confirmed or contradicted by the other, each in its own record. */
final class FindingRules {

    private FindingRules() {}

    static List<CaseEvent> decide(JointCase joint, Side side, CaseCommand.AboutFinding command) {
        CaseRules.requireAtWork(joint, side);
        return switch (command) {
            case ProposeFinding propose -> propose(joint, propose);
            case ConfirmFinding(var id, var digest) -> {
                Finding finding = others(joint, side, id, digest);
                yield says(finding, FindingConfirmed.class)
                        ? List.of()
                        : List.of(new FindingConfirmed(id, digest, joint.epoch()));
            }
            case DissentFromFinding(var id, var digest, var reasons) -> {
                Finding finding = others(joint, side, id, digest);
                String why = CaseRules.reasons(reasons);
                yield says(finding, FindingDissented.class)
                        ? List.of()
                        : List.of(new FindingDissented(id, digest, why, joint.epoch()));
            }
            case WithdrawFinding withdraw -> withdraw(joint, side, withdraw);
        };
    }

    private static List<CaseEvent> propose(JointCase joint, ProposeFinding command) {
        Set<String> known = evidence(joint);
        if (command.evidence().isEmpty()) {
            throw new RuleViolated("case.finding.no-evidence");
        }
        for (String id : command.evidence()) {
            if (!known.contains(id)) {
                throw new RuleViolated("case.finding.evidence-unknown", id);
            }
        }
        FindingProposed open = proposed(joint, command, "");
        return List.of(proposed(joint, command, ContentDigest.of(open)));
    }

    private static FindingProposed proposed(JointCase joint, ProposeFinding command, String digest) {
        return new FindingProposed(
                command.finding(),
                digest,
                joint.opening().orElseThrow().event().summary().allegedCause(),
                CaseRules.words("establishedCause", command.establishedCause(), 2),
                CaseRules.words("source", command.source(), 1),
                CaseRules.words("pathway", command.pathway(), 1),
                command.outlet(),
                CaseRules.words("affectedWater", command.affectedWater(), 1),
                command.evidence(),
                joint.epoch());
    }

    /** Visits that took place and samples, of either record. */
    private static Set<String> evidence(JointCase joint) {
        return Stream.concat(
                        Inspection.allOf(joint).stream()
                                .filter(inspection -> !inspection.recordings().isEmpty())
                                .map(Inspection::id),
                        Sample.allOf(joint).stream().map(Sample::id))
                .collect(Collectors.toSet());
    }

    private static Finding others(JointCase joint, Side side, String id, String digest) {
        Finding finding = find(joint, id);
        if (finding.proposal().side().equals(side)) {
            throw new RuleViolated("case.finding.own", id);
        }
        CaseRules.requireSame(finding.proposal().event().digest(), digest);
        if (finding.withdrawn().isPresent()) {
            throw new RuleViolated("case.finding.withdrawn", id);
        }
        return finding;
    }

    private static boolean says(Finding finding, Class<? extends CaseEvent> word) {
        return finding.answer().filter(said -> word.isInstance(said.event())).isPresent();
    }

    private static List<CaseEvent> withdraw(JointCase joint, Side side, WithdrawFinding command) {
        Finding finding = find(joint, command.finding());
        if (!finding.proposal().side().equals(side)) {
            throw new RuleViolated("case.finding.not-own", finding.id());
        }
        CaseRules.requireSame(finding.proposal().event().digest(), command.digest());
        String reasons = CaseRules.reasons(command.reasons());
        if (finding.withdrawn().isPresent()) {
            return List.of();
        }
        return List.of(new FindingWithdrawn(finding.id(), command.digest(), reasons, joint.epoch()));
    }

    private static Finding find(JointCase joint, String id) {
        return Finding.allOf(joint).stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RuleViolated("case.finding.unknown"));
    }
}
