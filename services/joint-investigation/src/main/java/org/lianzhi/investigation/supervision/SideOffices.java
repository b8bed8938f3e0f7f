package org.lianzhi.investigation.supervision;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.lianzhi.model.Side;
import org.lianzhi.territory.Territory;
import org.springframework.stereotype.Component;

/** Which offices of a side can be asked: those that handle matters, in the order of the agreements' data. */
@Component
class SideOffices {

    private final Territory territory;

    SideOffices(Territory territory) {
        this.territory = territory;
    }

    Set<String> of(Side side) {
        Set<String> offices = new LinkedHashSet<>();
        territory
                .agreements()
                .flatMap(agreement -> agreement.party(side).stream())
                .forEach(party -> {
                    party.counties()
                            .forEach(county -> offices.add(county.branch().code()));
                    party.counties().stream()
                            .flatMap(county -> Stream.ofNullable(county.city().bureau()))
                            .forEach(bureau -> offices.add(bureau.code()));
                    offices.add(party.department().code());
                });
        return offices;
    }
}
