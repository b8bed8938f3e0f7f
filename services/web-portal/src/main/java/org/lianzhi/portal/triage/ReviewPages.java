package org.lianzhi.portal.triage;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Map;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.form.Keys;
import org.lianzhi.portal.triage.Sending.Decision;
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

    private final Reports reports;
    private final Sending sending;

    ReviewPages(Reports reports, Sending sending) {
        this.reports = reports;
        this.sending = sending;
    }

    @GetMapping
    String write(@PathVariable String id, Model model) {
        ReportView view = reports.record(id);
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
        Map<String, String> body =
                Map.of("outcome", String.valueOf(form.outcome()), "text", String.valueOf(form.text()));
        String sent = sending.sent(
                new Decision(id, "review-answer", body, form.seen(), form.idempotencyKey(), "review.done"),
                found,
                response,
                model,
                locale,
                next);
        return sent == null ? page(id, model) : sent;
    }

    private static String page(String id, Model model) {
        model.addAttribute("href", Reports.href(id));
        model.addAttribute("outcomes", Choice.of("upheld", "changed"));
        return "portal/triage/review";
    }
}
