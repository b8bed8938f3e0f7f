package org.lianzhi.kit;

import java.util.List;
import org.lianzhi.model.Role;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.territory.BadTerritory;
import org.lianzhi.territory.Territory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which agreements and maps a service works with, and reading them anew while it runs. The same in every service. */
@RestController
@RequestMapping("/api/v1/operations/territory")
class TerritoryOperations {

    private static final Logger LOG = LoggerFactory.getLogger(TerritoryOperations.class);

    private final Territory territory;

    TerritoryOperations(Territory territory) {
        this.territory = territory;
    }

    record State(List<Territory.Loaded> agreements) {}

    @GetMapping
    State state(SignedIn who) {
        who.require(Role.ADMINISTRATOR);
        return new State(territory.loaded());
    }

    /** A file that does not fit is refused with its line and the reason, and what was read before stays in use. */
    @PostMapping
    State renew(SignedIn who) {
        String by = who.as(Role.ADMINISTRATOR).written();
        try {
            State renewed = new State(territory.renew());
            LOG.info("the territory was read anew for {}: {}", by, renewed);
            return renewed;
        } catch (BadTerritory bad) {
            LOG.warn("the territory stays as it was, {} asked for another: {}", by, bad.getMessage());
            throw new RuleViolated("territory.refused", String.valueOf(bad.getMessage()));
        }
    }
}
