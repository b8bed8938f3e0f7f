package org.lianzhi.investigation.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.domain.CaseCommand.IssuePaper;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.CaseEvent.PaperIssued;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.model.Side;

/**
 * A paper crosses once all has been done with it within its side. It is that side's own: no signature covers it, and it may
 * come after the end, as the receipt of a decision does.
 */
final class PaperRules {

    private static final Set<String> ANSWERS = Set.of("signed", "refused", "absent");
    private static final String SIGNED = "signed";
    private static final String NOT_NEEDED = "not-needed";

    private PaperRules() {}

    static List<CaseEvent> decide(JointCase joint, Side side, CaseCommand.AboutPaper command) {
        return switch (command) {
            case IssuePaper issue -> issue(joint, side, issue);
        };
    }

    private static List<CaseEvent> issue(JointCase joint, Side side, IssuePaper command) {
        CaseRules.requireBegun(joint, side);
        PaperIssued facts = command.facts();
        PaperIssued issued = new PaperIssued(
                facts.paper(),
                facts.kind(),
                facts.number(),
                facts.office(),
                facts.about(),
                facts.issuedOn(),
                facts.pages(),
                party(command),
                partyWords(facts),
                joint.epoch());
        Optional<PaperIssued> before = joint.recordOf(side)
                .all(PaperIssued.class)
                .<PaperIssued>map(Noted::event)
                .filter(paper -> paper.paper().equals(facts.paper()))
                .findFirst();
        if (before.isPresent()) {
            if (before.get().equals(issued)) {
                return List.of();
            }
            throw new RuleViolated("case.paper.issued");
        }
        command.openSteps().stream().findFirst().ifPresent(step -> {
            throw new RuleViolated("case.paper.step-open", step);
        });
        if (facts.issuedOn().isAfter(command.today())) {
            throw new RuleViolated("case.in-the-future", command.today());
        }
        return List.of(issued);
    }

    private static String party(IssuePaper command) {
        String party = command.facts().party();
        boolean told = command.needsParty() ? ANSWERS.contains(party) : party.equals(NOT_NEEDED);
        if (!told) {
            throw new RuleViolated("case.paper.party-missing");
        }
        return party;
    }

    /** A refusal says how it came about. */
    private static @Nullable String partyWords(PaperIssued facts) {
        if (facts.party().equals(SIGNED) || facts.party().equals(NOT_NEEDED)) {
            return null;
        }
        return CaseRules.words("partyWords", facts.partyWords() == null ? "" : facts.partyWords(), 2);
    }
}
