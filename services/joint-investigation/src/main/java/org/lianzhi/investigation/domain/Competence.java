package org.lianzhi.investigation.domain;

import java.util.Optional;
import java.util.stream.Stream;
import org.lianzhi.model.CaseEvent.CaseOpened;
import org.lianzhi.model.Place;
import org.lianzhi.model.Side;

/** In whose territory a place lies. The first two digits of a GB/T 2260 code are the province. */
final class Competence {

    private static final int PROVINCE = 2;

    private Competence() {}

    /** The party in whose territory the place lies; empty where the county is not known. */
    static Optional<Side> sideOf(JointCase joint, Place place) {
        String county = place.county();
        if (county == null || county.length() < PROVINCE) {
            return Optional.empty();
        }
        String province = county.substring(0, PROVINCE);
        return joint.parties().stream()
                .filter(party -> joint.bureauOf(party)
                        .filter(bureau -> bureau.startsWith(province))
                        .isPresent())
                .findFirst();
    }

    /** Which party is expected to order: where the facility lies, else the outlet, else the lead. */
    static Optional<Side> toOrder(JointCase joint) {
        CaseOpened opened = joint.opening().orElseThrow().event();
        Optional<Side> expected = Stream.of(
                        Optional.ofNullable(opened.summary().suspectedFacility()),
                        Finding.settledIn(joint)
                                .map(finding -> finding.proposal().event().outlet()))
                .flatMap(Optional::stream)
                .flatMap(place -> sideOf(joint, place).stream())
                .filter(joint::takesPart)
                .findFirst();
        return expected.or(() -> joint.takingPart().stream().findFirst());
    }
}
