package org.lianzhi.intake.triage;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.lianzhi.model.Side;
import org.lianzhi.territory.Agreement;
import org.lianzhi.territory.Bureau;
import org.lianzhi.territory.Territory;
import org.springframework.stereotype.Component;

/** The offices of a side that deal with reports. Laboratories deal with samples only. */
@Component
class Offices {

    private final Territory territory;

    Offices(Territory territory) {
        this.territory = territory;
    }

    /** Their codes. */
    Stream<String> of(Side side) {
        return party(side).stream()
                .flatMap(party -> Stream.concat(
                        Stream.of(party.department()),
                        party.counties().stream()
                                .flatMap(county -> Stream.of(county.city().bureau(), county.branch()))))
                .filter(Objects::nonNull)
                .map(Bureau::code)
                .distinct();
    }

    Optional<Agreement.Party> party(Side side) {
        return territory.agreementOf(side).flatMap(agreement -> agreement.party(side));
    }
}
