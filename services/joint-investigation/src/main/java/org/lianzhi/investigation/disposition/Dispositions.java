package org.lianzhi.investigation.disposition;

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
import org.lianzhi.investigation.domain.CaseCommand.DecideDisposition;
import org.lianzhi.kit.ExpectedVersion;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.Receipt;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.CaseEvent.LegalBasis;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.model.Side;
import org.lianzhi.territory.DispositionRule;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The head of an office decides what becomes of whoever caused the pollution; the agreement's data say on what it may rest. */
@RestController
@RequestMapping("/api/v1/cases/{id}/dispositions")
class Dispositions {

    private final Casework casework;
    private final CaseAgreements agreements;
    private final CaseZones zones;

    Dispositions(Casework casework, CaseAgreements agreements, CaseZones zones) {
        this.casework = casework;
        this.agreements = agreements;
        this.zones = zones;
    }

    /**
     * @param bases ids in the list of the own side; none where the list has none
     * @param conditions codes of what was checked and found to be so
     */
    record Decision(
            @NotNull String kind,
            @NotNull String number,
            @NotNull LocalDate decidedOn,
            @Nullable List<@NotNull String> bases,
            @Nullable List<@NotNull String> conditions,
            @NotNull String reasons) {}

    @PostMapping
    ResponseEntity<Receipt> decide(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @Valid @RequestBody Decision body) {
        ZoneId zone = zones.ofSide(who.side());
        return casework.approve(
                        new Asked(who, id, key, expected),
                        "disposition",
                        body,
                        given -> command(id, who.side(), given.id(), body, LocalDate.ofInstant(given.at(), zone)))
                .created();
    }

    private DecideDisposition command(String caseId, Side side, String id, Decision body, LocalDate today) {
        DispositionRule rule = rule(caseId, body.kind());
        return new DecideDisposition(
                id,
                rule.kind(),
                body.number(),
                body.decidedOn(),
                bases(rule, side, body),
                rule.conditions(),
                orNone(body.conditions()),
                rule.period() == null ? null : rule.period().months(),
                body.reasons(),
                today);
    }

    private DispositionRule rule(String caseId, String kind) {
        return agreements
                .of(caseId)
                .flatMap(agreement -> agreement.disposition(kind))
                .orElseThrow(() -> new RuleViolated("case.disposition.kind-unknown"));
    }

    private static List<LegalBasis> bases(DispositionRule rule, Side side, Decision body) {
        List<DispositionRule.Basis> offered = rule.basesOf(side);
        List<String> chosen = orNone(body.bases());
        if (chosen.isEmpty() && !offered.isEmpty()) {
            throw new RuleViolated("case.disposition.basis-missing");
        }
        return chosen.stream().map(id -> basis(offered, id, body.decidedOn())).toList();
    }

    private static LegalBasis basis(List<DispositionRule.Basis> offered, String id, LocalDate day) {
        DispositionRule.Basis basis = offered.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RuleViolated("case.disposition.basis-unknown", id));
        if (!basis.isValidOn(day)) {
            throw new RuleViolated(
                    "case.disposition.basis-not-valid", basis.name().zh());
        }
        return new LegalBasis(
                basis.id(),
                basis.name().zh(),
                basis.version(),
                basis.validFrom(),
                basis.validUntil(),
                basis.verified());
    }

    private static List<String> orNone(@Nullable List<String> given) {
        return given == null ? List.of() : given;
    }
}
