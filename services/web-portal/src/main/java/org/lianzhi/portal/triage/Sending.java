package org.lianzhi.portal.triage;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.client.Service;
import org.lianzhi.portal.form.Commanding;
import org.lianzhi.portal.form.Keys;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sends what an officer decided about a report. */
@Component
class Sending {

    /** Where to go when the report is not one's own any more. */
    static final String WORKLIST = "redirect:/staff/worklist";

    private final Service reportIntake;
    private final Commanding commanding;

    Sending(Service reportIntake, Commanding commanding) {
        this.reportIntake = reportIntake;
        this.commanding = commanding;
    }

    /**
     * What is decided.
     *
     * @param id of the report
     * @param path below the report
     * @param seen version of the record that the officer was shown
     * @param done message key of what is told afterwards
     */
    record Decision(
            String id,
            String path,
            Object body,
            @Nullable Long seen,
            @Nullable String key,
            String done) {}

    /** Where it leads, or null when it did not arrive: then {@code found} says why. */
    @Nullable
    String sent(
            Decision decision,
            BindingResult found,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        Runnable send = () -> reportIntake.command(
                Keys.of(decision.key()),
                decision.seen(),
                decision.body(),
                "/api/v1/reports/{id}/" + decision.path(),
                decision.id());
        if (found.hasErrors() || !commanding.done(send, found, response, model, locale)) {
            return null;
        }
        next.addFlashAttribute("done", decision.done());
        return "redirect:/staff/reports/{id}";
    }
}
