package org.lianzhi.investigation.sampling;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.casework.Asked;
import org.lianzhi.investigation.casework.Casework;
import org.lianzhi.investigation.domain.CaseCommand;
import org.lianzhi.investigation.domain.CaseCommand.ReceiveSample;
import org.lianzhi.investigation.domain.CaseCommand.ReportResults;
import org.lianzhi.kit.ExpectedVersion;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.Receipt;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.CaseEvent.SampleReceived;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.standards.Standard;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The laboratory receives a sample and reports what it found. */
@RestController
@RequestMapping("/api/v1/cases/{id}/samples/{ref}")
class Laboratory {

    private final Casework casework;
    private final List<Standard> standards = List.of(Standard.livestockDischarge());

    Laboratory(Casework casework) {
        this.casework = casework;
    }

    record Reception(@NotNull Boolean sealIntact, @NotNull Instant receivedAt) {}

    /** @param standard id or edition */
    record Report(
            @NotNull String standard,
            @NotNull Instant analysedAt,
            @NotNull List<@Valid @NotNull Analysed> lines) {}

    record Analysed(
            @NotNull String parameter,
            @NotNull String value,
            @NotNull String unit,
            boolean belowDetection,
            @Nullable String method) {}

    @PostMapping("/receipt")
    Receipt receive(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @PathVariable String ref,
            @Valid @RequestBody Reception body) {
        return casework.analyse(
                new Asked(who, id, key, expected),
                ref,
                "sample-receipt/" + ref,
                body,
                given -> new ReceiveSample(
                        new SampleReceived(ref, who.bureau(), body.sealIntact(), body.receivedAt()), given.at()));
    }

    @PostMapping("/results")
    Receipt report(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @PathVariable String ref,
            @Valid @RequestBody Report body) {
        return casework.analyse(
                new Asked(who, id, key, expected),
                ref,
                "sample-results/" + ref,
                body,
                given -> new ReportResults(
                        ref, who.bureau(), body.analysedAt(), standard(body.standard()), lines(body), given.at()));
    }

    private Standard standard(String named) {
        return standards.stream()
                .filter(standard ->
                        standard.id().equals(named) || standard.edition().equals(named))
                .findFirst()
                .orElseThrow(() -> new RuleViolated("case.results.standard-unknown"));
    }

    private static List<CaseCommand.Line> lines(Report report) {
        return report.lines().stream()
                .map(line -> new CaseCommand.Line(
                        line.parameter(), line.value(), line.unit(), line.belowDetection(), line.method()))
                .toList();
    }
}
