package org.lianzhi.portal.report;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.client.Away;
import org.lianzhi.portal.client.TooOften;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/** It could not be sent now: machines and people are told when it is worth sending again, and what helps meanwhile. */
final class Later {

    private Later() {}

    static void of(Away away, HttpServletResponse response, Model model) {
        of(HttpStatus.SERVICE_UNAVAILABLE, away.after(), response, model);
        model.addAttribute("trouble", "report.check.away");
    }

    /** @param work that was done already: what did not help is not asked for again by itself */
    static void of(TooOften tooOften, @Nullable String work, HttpServletResponse response, Model model) {
        of(HttpStatus.TOO_MANY_REQUESTS, tooOften.after(), response, model);
        model.addAttribute("trouble", "report.check.toooften");
        model.addAttribute("work", work == null ? tooOften.work() : null);
    }

    private static void of(HttpStatus status, Duration after, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(after.toSeconds()));
        model.addAttribute("seconds", after.toSeconds());
    }
}
