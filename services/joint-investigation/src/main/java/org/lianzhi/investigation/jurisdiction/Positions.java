package org.lianzhi.investigation.jurisdiction;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.casework.Asked;
import org.lianzhi.investigation.casework.CaseAgreements;
import org.lianzhi.investigation.casework.CaseZones;
import org.lianzhi.investigation.casework.Casework;
import org.lianzhi.investigation.domain.CaseCommand.EnterDecision;
import org.lianzhi.investigation.domain.CaseCommand.StateJurisdiction;
import org.lianzhi.investigation.photo.Photos;
import org.lianzhi.kit.ExpectedVersion;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.Receipt;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.Ground;
import org.lianzhi.model.Side;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Officers say who should lead, and enter a decision from above. */
@RestController
@RequestMapping("/api/v1/cases/{id}/jurisdiction")
class Positions {

    /** Id of the rule in an agreement's data. */
    private static final String RULE = "jurisdiction";

    private final Casework casework;
    private final CaseAgreements agreements;
    private final CaseZones zones;
    private final Photos photos;

    Positions(Casework casework, CaseAgreements agreements, CaseZones zones, Photos photos) {
        this.casework = casework;
        this.agreements = agreements;
        this.zones = zones;
        this.photos = photos;
    }

    record Position(
            @NotNull Side lead,
            @NotNull List<@NotNull Ground> grounds,
            @Nullable String explanation) {}

    /** @param pages ids of photos that were sent before */
    record Decision(
            @NotNull String issuer,
            @NotNull String number,
            @NotNull LocalDate decidedOn,
            @NotNull Side lead,
            @NotNull List<@NotNull String> pages) {}

    @PostMapping("/position")
    Receipt state(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @Valid @RequestBody Position body) {
        String explanation = body.explanation() == null ? "" : body.explanation();
        return casework.change(
                new Asked(who, id, key, expected),
                "jurisdiction-position",
                body,
                given -> new StateJurisdiction(
                        body.lead(),
                        body.grounds(),
                        explanation,
                        agreements.due(id, RULE, given.at()).orElse(null)));
    }

    @PostMapping("/decision")
    Receipt enter(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @Valid @RequestBody Decision body) {
        ZoneId zone = zones.ofSide(who.side());
        return casework.change(
                new Asked(who, id, key, expected),
                "jurisdiction-decision",
                body,
                given -> new EnterDecision(
                        body.issuer(),
                        body.number(),
                        body.decidedOn(),
                        body.lead(),
                        photos.of(who, body.pages()),
                        LocalDate.ofInstant(given.at(), zone)));
    }
}
