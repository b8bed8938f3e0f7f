package org.lianzhi.investigation.sampling;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.lianzhi.investigation.casework.Asked;
import org.lianzhi.investigation.casework.Casework;
import org.lianzhi.investigation.domain.CaseCommand.SendSample;
import org.lianzhi.investigation.domain.CaseCommand.TakeSample;
import org.lianzhi.kit.ExpectedVersion;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.Receipt;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.CaseEvent.Inspector;
import org.lianzhi.model.CaseEvent.SampleSent;
import org.lianzhi.model.CaseEvent.SampleTaken;
import org.lianzhi.model.Place;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.model.Side;
import org.lianzhi.territory.Territory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Officers take a sample and hand it over. */
@RestController
@RequestMapping("/api/v1/cases/{id}/samples")
class Samples {

    private static final String LABORATORY = "-laboratory";

    private final Casework casework;
    private final Territory territory;

    Samples(Casework casework, Territory territory) {
        this.casework = casework;
        this.territory = territory;
    }

    record Taking(
            @NotNull String number,
            @NotNull String part,
            @NotNull String medium,
            boolean grab,
            @NotNull Place point,
            @NotNull Instant takenAt,
            @NotNull String seal,
            @NotNull List<@NotNull Inspector> takenBy,
            @NotNull List<@NotNull String> parameters) {}

    record Dispatch(
            @NotNull String laboratory,
            @NotNull String seal,
            @NotNull Instant handedOverAt) {}

    @PostMapping
    ResponseEntity<Receipt> take(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @Valid @RequestBody Taking body) {
        return casework.create(
                        new Asked(who, id, key, expected),
                        "sample",
                        body,
                        given -> new TakeSample(facts(given.id(), body), given.at()))
                .created();
    }

    private static SampleTaken facts(String id, Taking body) {
        return new SampleTaken(
                id,
                body.number(),
                body.part(),
                body.medium(),
                body.grab(),
                body.point(),
                body.takenAt(),
                body.seal(),
                body.takenBy(),
                body.parameters());
    }

    @PostMapping("/{ref}/dispatch")
    Receipt send(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @PathVariable String ref,
            @Valid @RequestBody Dispatch body) {
        return casework.change(new Asked(who, id, key, expected), "sample-dispatch/" + ref, body, given -> {
            requireOwnLaboratory(who.side(), body.laboratory());
            return new SendSample(new SampleSent(ref, body.laboratory(), body.seal(), body.handedOverAt()), given.at());
        });
    }

    private void requireOwnLaboratory(Side side, String laboratory) {
        boolean own = laboratory.endsWith(LABORATORY)
                && territory.sideOfBureau(laboratory).filter(side::equals).isPresent();
        if (!own) {
            throw new RuleViolated("case.sample.laboratory-unknown");
        }
    }
}
