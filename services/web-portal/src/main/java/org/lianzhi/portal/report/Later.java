package org.lianzhi.portal.report;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.client.Away;
import org.lianzhi.portal.client.TooOften;
import org.springframework.ui.Model;

/** It could not be sent now: people are told when it is worth sending again, and what helps meanwhile. */
final class Later {

    private Later() {}

    static void of(Away away, HttpServletResponse response, Model model) {
        away.tell(response);
        of("report.check.away", away.after(), model);
    }

    /** @param work that was done already: what did not help is not asked for again by itself */
    static void of(TooOften tooOften, @Nullable String work, HttpServletResponse response, Model model) {
        tooOften.tell(response);
        of("report.check.toooften", tooOften.after(), model);
        model.addAttribute("work", work == null ? tooOften.work() : null);
    }

    private static void of(String trouble, Duration after, Model model) {
        model.addAttribute("trouble", trouble);
        model.addAttribute("seconds", after.toSeconds());
    }
}
