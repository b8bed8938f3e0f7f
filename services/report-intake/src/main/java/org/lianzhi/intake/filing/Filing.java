package org.lianzhi.intake.filing;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.crowd.Admission;
import org.lianzhi.intake.domain.Codes;
import org.lianzhi.intake.filing.FilingReport.Filed;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.territory.Bureau;
import org.lianzhi.territory.DeadlineRule;
import org.lianzhi.territory.Name;
import org.lianzhi.territory.Territory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Anybody may file a report, without an account. */
@RestController
@RequestMapping("/api/v1")
class Filing {

    private final FilingReport filing;
    private final Admission admission;
    private final Territory territory;
    private final Codes codes;

    Filing(FilingReport filing, Admission admission, Territory territory, Codes codes) {
        this.filing = filing;
        this.admission = admission;
        this.territory = territory;
        this.codes = codes;
    }

    /**
     * What the citizen is told.
     *
     * @param number id of the report, by which people can speak of it
     * @param code to be typed
     * @param secret to be scanned: it opens the same
     * @param legalBasis of the deadline; null where nobody has verified it
     */
    record Told(
            String number,
            String code,
            String secret,
            Name office,
            Instant filedAt,
            Instant triageBy,
            @Nullable Name legalBasis,
            boolean inBorderZone) {

        @Override
        public String toString() {
            return "what the citizen is told";
        }
    }

    record KnownCodes(Set<String> categories, Set<String> weather, Set<String> notAccepted, Set<String> elsewhere) {}

    @PostMapping("/reports")
    @ResponseStatus(HttpStatus.CREATED)
    Told file(
            @RequestBody FilingReport.Request request,
            IdempotencyKey key,
            @RequestHeader(name = Admission.WORK, required = false) @Nullable String work,
            HttpServletRequest asked) {
        return admission
                .toFile(asked.getRemoteAddr(), key.value(), work)
                .run(() -> told(filing.file(request, key.value())));
    }

    private Told told(Filed filed) {
        return new Told(
                filed.stream().id(),
                filed.issued().code(),
                filed.issued().secret(),
                territory.bureau(filed.facts().bureau()).map(Bureau::name).orElseThrow(),
                filed.at(),
                filed.facts().triageBy(),
                filed.route()
                        .agreement()
                        .deadline(FilingReport.TRIAGE)
                        .filter(DeadlineRule::verified)
                        .map(rule -> new Name(rule.basis(), rule.basis()))
                        .orElse(null),
                filed.route().inBorderZone());
    }

    @GetMapping("/codes")
    KnownCodes codes() {
        return new KnownCodes(
                new TreeSet<>(codes.categories()),
                new TreeSet<>(codes.weather()),
                new TreeSet<>(codes.notAccepted()),
                new TreeSet<>(codes.elsewhere()));
    }
}
