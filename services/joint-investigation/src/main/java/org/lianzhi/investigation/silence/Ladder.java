package org.lianzhi.investigation.silence;

import java.time.Instant;
import org.lianzhi.investigation.casework.CaseAgreements;
import org.lianzhi.investigation.domain.JointCase;
import org.lianzhi.investigation.domain.Rung;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.model.Side;
import org.lianzhi.territory.Agreement;
import org.springframework.stereotype.Component;

/** What the agreement of a case says of the ladder: whom a rung writes to, and how long an answer is waited for. */
@Component
public class Ladder {

    private final CaseAgreements agreements;

    Ladder(CaseAgreements agreements) {
        this.agreements = agreements;
    }

    /**
     * Code of the office of the other side.
     *
     * @param side that waits
     */
    public String office(JointCase joint, Side side, Rung rung) {
        Side other = joint.other(side).side();
        return switch (rung) {
            case BUREAU -> joint.bureauOf(other).orElseThrow();
            case DEPARTMENT ->
                agreement(joint)
                        .party(other)
                        .orElseThrow(() -> new RuleViolated("case.not-a-party", other))
                        .department()
                        .code();
        };
    }

    /** @throws RuleViolated when the agreement has no figure for it: then nobody can say when it was enough */
    Instant waitUntil(JointCase joint, Rung rung, Instant from) {
        Agreement agreement = agreement(joint);
        if (agreement.deadline(rung.rule()).isEmpty()) {
            throw new RuleViolated("case.silence.not-agreed", rung.rule());
        }
        return agreement.due(rung.rule(), from);
    }

    private Agreement agreement(JointCase joint) {
        return agreements
                .of(joint)
                .orElseThrow(() -> new RuleViolated(
                        "case.agreement-unknown",
                        joint.opening().orElseThrow().event().agreement()));
    }
}
