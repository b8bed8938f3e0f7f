package org.lianzhi.investigation.closure;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.lianzhi.investigation.casework.Asked;
import org.lianzhi.investigation.casework.Casework;
import org.lianzhi.investigation.domain.CaseCommand.Reopen;
import org.lianzhi.investigation.domain.CaseCommand.SignClosure;
import org.lianzhi.investigation.domain.CaseCommand.WithdrawSignature;
import org.lianzhi.kit.ExpectedVersion;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.Receipt;
import org.lianzhi.kit.SignedIn;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Officers sign, take a signature back, and open a case again. */
@RestController
@RequestMapping("/api/v1/cases/{id}")
class Closing {

    private final Casework casework;

    Closing(Casework casework) {
        this.casework = casework;
    }

    /** @param digest of the closure as the case page showed it */
    record Signature(@NotNull String digest, @NotNull String outcome) {}

    /** @param digest of the own signature */
    record Withdrawal(@NotNull String digest, @NotNull String reasons) {}

    record Reopening(@NotNull String reason, @NotNull String explanation) {}

    @PostMapping("/closure/signature")
    Receipt sign(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @Valid @RequestBody Signature body) {
        return casework.change(
                new Asked(who, id, key, expected),
                "closure-signature",
                body,
                given -> new SignClosure(body.digest(), body.outcome()));
    }

    @PostMapping("/closure/withdrawal")
    Receipt withdraw(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @Valid @RequestBody Withdrawal body) {
        return casework.change(
                new Asked(who, id, key, expected),
                "closure-withdrawal",
                body,
                given -> new WithdrawSignature(body.digest(), body.reasons()));
    }

    @PostMapping("/reopening")
    Receipt reopen(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @Valid @RequestBody Reopening body) {
        return casework.change(
                new Asked(who, id, key, expected),
                "reopening",
                body,
                given -> new Reopen(body.reason(), body.explanation()));
    }
}
