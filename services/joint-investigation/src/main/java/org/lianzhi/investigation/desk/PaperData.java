package org.lianzhi.investigation.desk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lianzhi.investigation.casework.CaseAgreements;
import org.lianzhi.investigation.desk.domain.Draft;
import org.lianzhi.investigation.domain.JointCase;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.Side;
import org.lianzhi.territory.Bureau;
import org.lianzhi.territory.PaperRule;
import org.springframework.stereotype.Component;

/** What the agreement of a case says of papers. */
@Component
public class PaperData {

    private final CaseAgreements agreements;

    PaperData(CaseAgreements agreements) {
        this.agreements = agreements;
    }

    Optional<PaperRule> rule(JointCase joint, String kind) {
        return agreements.of(joint).flatMap(agreement -> agreement.paper(kind));
    }

    /** What papers of its kind take on a side; nothing where the agreement's data have none. */
    public List<PaperRule.Step> steps(JointCase joint, Draft draft, Side side) {
        return rule(joint, draft.kind()).map(rule -> rule.stepsOf(side)).orElse(List.of());
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
