package org.lianzhi.investigation.finding;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.lianzhi.investigation.casework.Asked;
import org.lianzhi.investigation.casework.Casework;
import org.lianzhi.investigation.domain.CaseCommand.ConfirmFinding;
import org.lianzhi.investigation.domain.CaseCommand.DissentFromFinding;
import org.lianzhi.investigation.domain.CaseCommand.ProposeFinding;
import org.lianzhi.investigation.domain.CaseCommand.WithdrawFinding;
import org.lianzhi.kit.ExpectedVersion;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.Receipt;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.Place;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Officers propose a finding, confirm it, contradict it, take it back. */
@RestController
@RequestMapping("/api/v1/cases/{id}/findings")
class Findings {

    private final Casework casework;

    Findings(Casework casework) {
        this.casework = casework;
    }

    record Proposal(
            @NotNull String establishedCause,
            @NotNull String source,
            @NotNull String pathway,
            @NotNull Place outlet,
            @NotNull String affectedWater,
            @NotNull List<@NotNull String> evidence) {}

    record Confirmation(@NotNull String digest) {}

    record Reasoned(@NotNull String digest, @NotNull String reasons) {}

    @PostMapping
    ResponseEntity<Receipt> propose(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @Valid @RequestBody Proposal body) {
        return casework.create(
                        new Asked(who, id, key, expected),
                        "finding",
                        body,
                        given -> new ProposeFinding(
                                given.id(),
                                body.establishedCause(),
                                body.source(),
                                body.pathway(),
                                body.outlet(),
                                body.affectedWater(),
                                body.evidence()))
                .created();
    }

    @PostMapping("/{ref}/confirmation")
    Receipt confirm(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @PathVariable String ref,
            @Valid @RequestBody Confirmation body) {
        return casework.change(
                new Asked(who, id, key, expected),
                "finding-confirmation/" + ref,
                body,
                given -> new ConfirmFinding(ref, body.digest()));
    }

    @PostMapping("/{ref}/dissent")
    Receipt dissent(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @PathVariable String ref,
            @Valid @RequestBody Reasoned body) {
        return casework.change(
                new Asked(who, id, key, expected),
                "finding-dissent/" + ref,
                body,
                given -> new DissentFromFinding(ref, body.digest(), body.reasons()));
    }

    @PostMapping("/{ref}/withdrawal")
    Receipt withdraw(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @PathVariable String ref,
            @Valid @RequestBody Reasoned body) {
        return casework.change(
                new Asked(who, id, key, expected),
                "finding-withdrawal/" + ref,
                body,
                given -> new WithdrawFinding(ref, body.digest(), body.reasons()));
    }
}
