package org.lianzhi.investigation.casework;

import java.time.Instant;
import java.util.Optional;
import org.lianzhi.investigation.domain.JointCase;
import org.lianzhi.territory.Agreement;
import org.lianzhi.territory.Territory;
import org.springframework.stereotype.Component;

/** The agreement that a case stands under. */
@Component
public class CaseAgreements {

    private final CaseStreams streams;
    private final Territory territory;

    CaseAgreements(CaseStreams streams, Territory territory) {
        this.streams = streams;
        this.territory = territory;
    }

    public Optional<Agreement> of(JointCase joint) {
        return joint.opening()
                .flatMap(opening -> territory.agreement(opening.event().agreement()));
    }

    public Optional<Agreement> of(String caseId) {
        return of(streams.load(caseId).joint());
    }

    /** Until when something that begins at {@code from} must be done; empty where the agreement has no such rule. */
    public Optional<Instant> due(String caseId, String rule, Instant from) {
        return of(caseId)
                .filter(agreement -> agreement.deadline(rule).isPresent())
                .map(agreement -> agreement.due(rule, from));
    }
}
