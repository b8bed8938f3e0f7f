package org.lianzhi.investigation.desk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lianzhi.investigation.casework.CaseAgreements;
import org.lianzhi.investigation.domain.JointCase;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.territory.Bureau;
import org.lianzhi.territory.PaperRule;
import org.springframework.stereotype.Component;

/** What the agreement of a case says of papers. */
@Component
class PaperData {

    private final CaseAgreements agreements;

    PaperData(CaseAgreements agreements) {
        this.agreements = agreements;
    }

    Optional<PaperRule> rule(JointCase joint, String kind) {
        return agreements.of(joint).flatMap(agreement -> agreement.paper(kind));
    }

    /** Codes of those that may decide: the own office, and the bureau of its city. */
    List<String> offices(SignedIn who, JointCase joint) {
        Stream<String> city = agreements
                .of(joint)
                .flatMap(agreement -> agreement.party(who.side()))
                .flatMap(party -> party.cityOf(who.bureau()))
                .map(Bureau::code)
                .stream();
        return Stream.concat(Stream.of(who.bureau()), city).distinct().toList();
    }
}
