package org.lianzhi.investigation.casework;

import java.time.ZoneId;
import org.lianzhi.investigation.domain.JointCase;
import org.lianzhi.model.Side;
import org.lianzhi.territory.Agreement;
import org.lianzhi.territory.Territory;
import org.springframework.stereotype.Component;

/** In which zone the days of a case begin and end: an agreement says so. */
@Component
public class CaseZones {

    private final CaseAgreements agreements;
    private final Territory territory;

    CaseZones(CaseAgreements agreements, Territory territory) {
        this.agreements = agreements;
        this.territory = territory;
    }

    public ZoneId of(JointCase joint) {
        return agreements.of(joint).map(Agreement::zone).orElse(Territory.DEFAULT_ZONE);
    }

    public ZoneId ofSide(Side side) {
        return territory.zoneOf(side);
    }
}
