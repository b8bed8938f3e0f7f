package org.lianzhi.intake.filing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.crowd.Admission;
import org.lianzhi.intake.domain.Codes;
import org.lianzhi.kit.IdempotencyKey;
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

    record KnownCodes(
            Set<String> categories,
            Set<String> weather,
            Set<String> notAccepted,
            Set<String> elsewhere,
            Set<String> openings) {}

    @PostMapping("/reports")
    @ResponseStatus(HttpStatus.CREATED)
    Told file(
            @RequestBody FilingReport.Request request,
            IdempotencyKey key,
            @RequestHeader(name = Admission.WORK, required = false) @Nullable String work,
            HttpServletRequest asked) {
        return admission
                .toFile(asked.getRemoteAddr(), key.value(), work)
                .run(() -> Told.of(filing.file(request, key.value()), territory));
    }

    @GetMapping("/codes")
    KnownCodes codes() {
        return new KnownCodes(
                new TreeSet<>(codes.categories()),
                new TreeSet<>(codes.weather()),
                new TreeSet<>(codes.notAccepted()),
                new TreeSet<>(codes.elsewhere()),
                new TreeSet<>(codes.openings()));
    }
}
