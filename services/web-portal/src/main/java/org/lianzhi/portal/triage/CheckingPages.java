package org.lianzhi.portal.triage;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.form.Keys;
import org.lianzhi.portal.report.Choices;
import org.lianzhi.portal.territory.Offices;
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

/** What was established about a report, and which of its details are corrected. */
@Controller
@RequestMapping("/staff/reports/{id}")
class CheckingPages {

    private static final Set<String> DETAILS = Set.of("category", "place", "source");

    private final Reports reports;
    private final Sending sending;
    private final Offices offices;

    CheckingPages(Reports reports, Sending sending, Offices offices) {
        this.reports = reports;
        this.sending = sending;
        this.offices = offices;
    }

    @GetMapping("/verification")
    String verify(@PathVariable String id, Model model) {
        model.addAttribute(
                "form", new VerifyForm(null, "", reports.record(id).line().version(), Keys.fresh()));
        return verifying(id, model);
    }

    private static String verifying(String id, Model model) {
        model.addAttribute("href", Reports.href(id));
        model.addAttribute("results", Choice.of("substantiated", "partly", "unsubstantiated"));
        return "portal/triage/verification";
    }

    @PostMapping("/verification")
    String verified(
            @PathVariable String id,
            @Valid @ModelAttribute("form") VerifyForm form,
            BindingResult found,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        Map<String, String> body =
                Map.of("result", String.valueOf(form.result()), "words", String.valueOf(form.words()));
        String sent = sending.sent(
                new Decision(id, "verification", body, form.seen(), form.idempotencyKey(), "verification.done"),
                found,
                response,
                model,
                locale,
                next);
        return sent == null ? verifying(id, model) : sent;
    }

    @GetMapping("/correction/{what}")
    String correct(@PathVariable String id, @PathVariable String what, Model model, Locale locale) {
        model.addAttribute(
                "form", new CorrectForm(null, "", reports.record(id).line().version(), Keys.fresh()));
        return correcting(id, what, model, locale);
    }

    private String correcting(String id, String what, Model model, Locale locale) {
        if (!DETAILS.contains(what)) {
            return "redirect:/staff/reports/{id}";
        }
        model.addAttribute("href", Reports.href(id));
        model.addAttribute("what", what);
        model.addAttribute("categories", Choices.categories());
        model.addAttribute("counties", offices.counties(locale));
        return "portal/triage/correction";
    }

    @PostMapping("/correction/{what}")
    String corrected(
            @PathVariable String id,
            @PathVariable String what,
            @Valid @ModelAttribute("form") CorrectForm form,
            BindingResult found,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        Map<String, String> body =
                Map.of("what", what, "after", String.valueOf(form.after()), "reason", String.valueOf(form.reason()));
        String sent = sending.sent(
                new Decision(id, "correction", body, form.seen(), form.idempotencyKey(), "correction.done"),
                found,
                response,
                model,
                locale,
                next);
        return sent == null ? correcting(id, what, model, locale) : sent;
    }
}
