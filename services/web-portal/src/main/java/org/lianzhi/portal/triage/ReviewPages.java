package org.lianzhi.portal.triage;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Map;
import org.lianzhi.portal.client.Service;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.form.Commanding;
import org.lianzhi.portal.form.Keys;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The higher authority takes no part in the system: the bureau enters its answer as a document that was received. */
@Controller
@RequestMapping("/staff/reports/{id}/review")
class ReviewPages {

    private static final String REPORT = "/api/v1/reports/{id}";

    private final Service reportIntake;
    private final Commanding commanding;

    ReviewPages(Service reportIntake, Commanding commanding) {
        this.reportIntake = reportIntake;
        this.commanding = commanding;
    }

    @GetMapping
    String write(@PathVariable String id, Model model) {
        ReportView view = reportIntake.get(ReportView.class, REPORT, id);
        if (view.underReview() == null) {
            return "redirect:/staff/reports/{id}";
        }
        model.addAttribute("form", new ReviewForm(null, "", view.line().version(), Keys.fresh()));
        return page(id, model);
    }

    @PostMapping
    String send(
            @PathVariable String id,
            @Valid @ModelAttribute("form") ReviewForm form,
            BindingResult found,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        Runnable answer = () -> reportIntake.command(
                Keys.of(form.idempotencyKey()),
                form.seen(),
                Map.of("outcome", String.valueOf(form.outcome()), "text", String.valueOf(form.text())),
                REPORT + "/review-answer",
                id);
        if (found.hasErrors() || !commanding.done(answer, found, response, model, locale)) {
            return page(id, model);
        }
        next.addFlashAttribute("done", "review.done");
        return "redirect:/staff/reports/{id}";
    }

    private static String page(String id, Model model) {
        model.addAttribute("href", "/staff/reports/" + id);
        model.addAttribute("outcomes", Choice.of("upheld", "changed"));
        return "portal/triage/review";
    }
}
