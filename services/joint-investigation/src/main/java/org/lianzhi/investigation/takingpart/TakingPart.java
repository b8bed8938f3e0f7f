package org.lianzhi.investigation.takingpart;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.lianzhi.investigation.casework.Asked;
import org.lianzhi.investigation.casework.Casework;
import org.lianzhi.investigation.domain.CaseCommand.Acknowledge;
import org.lianzhi.investigation.domain.CaseCommand.Decline;
import org.lianzhi.kit.ExpectedVersion;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.Receipt;
import org.lianzhi.kit.SignedIn;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A bureau says whether it takes part. */
@RestController
@RequestMapping("/api/v1/cases/{id}")
class TakingPart {

    private final Casework casework;

    TakingPart(Casework casework) {
        this.casework = casework;
    }

    record Acknowledgement() {}

    record Declination(@NotNull String reason, @NotNull String explanation) {}

    @PostMapping("/acknowledgement")
    Receipt acknowledge(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @RequestBody Acknowledgement body) {
        return casework.change(new Asked(who, id, key, expected), "acknowledgement", body, given -> new Acknowledge());
    }

    @PostMapping("/declination")
    Receipt decline(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @Valid @RequestBody Declination body) {
        return casework.change(
                new Asked(who, id, key, expected),
                "declination",
                body,
                given -> new Decline(body.reason(), body.explanation()));
    }
}
