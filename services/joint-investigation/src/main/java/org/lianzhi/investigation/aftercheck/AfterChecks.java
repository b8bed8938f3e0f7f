package org.lianzhi.investigation.aftercheck;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.casework.Asked;
import org.lianzhi.investigation.casework.CaseAgreements;
import org.lianzhi.investigation.casework.Casework;
import org.lianzhi.investigation.domain.CaseCommand.RecordAfterCheck;
import org.lianzhi.investigation.domain.CaseCommand.RecordHeavyRain;
import org.lianzhi.investigation.photo.Photos;
import org.lianzhi.kit.ExpectedVersion;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.Receipt;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.CaseEvent.Capacity;
import org.lianzhi.model.CaseEvent.Inspector;
import org.lianzhi.model.Place;
import org.lianzhi.model.RuleViolated;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Officers record that the first heavy rain came, and what they saw when they looked again. */
@RestController
@RequestMapping("/api/v1/cases/{id}")
class AfterChecks {

    /** Id of the rule in an agreement's data. */
    private static final String AFTER_RAIN = "after-check-rain";

    private final Casework casework;
    private final CaseAgreements agreements;
    private final Photos photos;

    AfterChecks(Casework casework, CaseAgreements agreements, Photos photos) {
        this.casework = casework;
        this.agreements = agreements;
        this.photos = photos;
    }

    record Rain(@NotNull Instant cameAt, @NotNull String account) {}

    /**
     * @param accepted digest that the case page showed
     * @param shams ids of measures that were for show only; none where all of it holds
     * @param photos ids of photos that were sent before
     */
    record Check(
            @NotNull String accepted,
            @NotNull Instant checkedAt,
            @NotNull Place place,
            @NotNull Capacity capacity,
            @NotNull List<@NotNull Inspector> inspectors,
            @NotNull String weather,
            @NotNull String account,
            @Nullable List<@NotNull String> shams,
            @Nullable List<@NotNull String> photos) {}

    @PostMapping("/heavy-rain")
    Receipt rain(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @Valid @RequestBody Rain body) {
        return casework.change(
                new Asked(who, id, key, expected),
                "heavy-rain",
                body,
                given -> new RecordHeavyRain(
                        body.cameAt(), body.account(), dueAt(id, body.cameAt()), AFTER_RAIN, given.at()));
    }

    private Instant dueAt(String caseId, Instant cameAt) {
        return agreements
                .due(caseId, AFTER_RAIN, cameAt)
                .orElseThrow(() -> new RuleViolated("case.after-check.not-agreed"));
    }

    @PostMapping("/orders/{ref}/after-check")
    Receipt check(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @PathVariable String ref,
            @Valid @RequestBody Check body) {
        return casework.change(
                new Asked(who, id, key, expected),
                "after-check/" + ref,
                body,
                given -> new RecordAfterCheck(
                        ref,
                        body.accepted(),
                        body.checkedAt(),
                        body.place(),
                        body.capacity(),
                        body.inspectors(),
                        body.weather(),
                        body.account(),
                        body.shams() == null ? List.of() : body.shams(),
                        photos.of(who, body.photos()),
                        given.at()));
    }
}
