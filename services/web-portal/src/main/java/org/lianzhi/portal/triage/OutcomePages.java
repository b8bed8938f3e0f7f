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

/** The reporter is asked, or something is found against the reporter, for which it takes two. */
@Controller
@RequestMapping("/staff/reports/{id}")
class OutcomePages {

    private final Reports reports;
    private final Sending sending;

    OutcomePages(Reports reports, Sending sending) {
        this.reports = reports;
        this.sending = sending;
    }

    @GetMapping("/question")
    String ask(@PathVariable String id, Model model) {
        model.addAttribute(
                "form", new AskForm(null, "", reports.record(id).line().version(), Keys.fresh()));
        return asking(id, model);
    }

    private static String asking(String id, Model model) {
        model.addAttribute("href", Reports.href(id));
        model.addAttribute("reasons", Choice.of("object", "place", "time", "evidence"));
        return "portal/triage/question";
    }

    @PostMapping("/question")
    String asked(
            @PathVariable String id,
            @Valid @ModelAttribute("form") AskForm form,
            BindingResult found,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        Map<String, String> body =
                Map.of("reason", String.valueOf(form.reason()), "question", String.valueOf(form.question()));
        String sent = sending.sent(
                new Decision(id, "question", body, form.seen(), form.idempotencyKey(), "ask.done"),
                found,
                response,
                model,
                locale,
                next);
        return sent == null ? asking(id, model) : sent;
    }

    @GetMapping("/outcome")
    String dismiss(@PathVariable String id, Model model) {
        model.addAttribute(
                "form", new DismissForm(null, "", reports.record(id).line().version(), Keys.fresh()));
        return dismissing(id, model);
    }

    private static String dismissing(String id, Model model) {
        model.addAttribute("href", Reports.href(id));
        model.addAttribute(
                "findings",
                Choice.of(
                        "repeated.answered-before",
                        "repeated.being-handled",
                        "fabricated.refuted-on-site",
                        "fabricated.refuted-by-records"));
        return "portal/triage/outcome";
    }

    @PostMapping("/outcome")
    String proposed(
            @PathVariable String id,
            @Valid @ModelAttribute("form") DismissForm form,
            BindingResult found,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        Map<String, String> body =
                Map.of("outcome", form.outcome(), "reason", form.reason(), "words", String.valueOf(form.words()));
        String sent = sending.sent(
                new Decision(id, "outcome", body, form.seen(), form.idempotencyKey(), "dismiss.done"),
                found,
                response,
                model,
                locale,
                next);
        return sent == null ? dismissing(id, model) : sent;
    }

    @GetMapping("/outcome/second")
    String look(@PathVariable String id, Model model) {
        ReportView view = reports.record(id);
        model.addAttribute("form", new SecondForm(null, null, view.line().version(), Keys.fresh()));
        return looking(view, id, model);
    }

    private static String looking(ReportView view, String id, Model model) {
        if (view.proposal() == null) {
            return "redirect:/staff/reports/{id}";
        }
        model.addAttribute("href", Reports.href(id));
        model.addAttribute("proposed", ReportReading.proposed(view.proposal()));
        // Whoever proposed it can only take it back.
        model.addAttribute("answers", view.proposal().own() ? Choice.of("no") : Choice.of("yes", "no"));
        return "portal/triage/second";
    }

    @PostMapping("/outcome/second")
    String second(
            @PathVariable String id,
            @Valid @ModelAttribute("form") SecondForm form,
            BindingResult found,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        Decision decision = form.confirms()
                ? new Decision(
                        id, "outcome/confirmation", Map.of(), form.seen(), form.idempotencyKey(), "second.done.yes")
                : new Decision(
                        id,
                        "outcome/rejection",
                        Map.of("words", form.words() == null ? "" : form.words()),
                        form.seen(),
                        form.idempotencyKey(),
                        "second.done.no");
        String sent = sending.sent(decision, found, response, model, locale, next);
        return sent == null ? looking(reports.record(id), id, model) : sent;
    }

    @GetMapping("/taking-up")
    String again(@PathVariable String id, Model model) {
        model.addAttribute(
                "form", new TakeUpForm(null, reports.record(id).line().version(), Keys.fresh()));
        return takingUp(id, model);
    }

    private static String takingUp(String id, Model model) {
        model.addAttribute("href", Reports.href(id));
        model.addAttribute("reasons", Choice.of("new-facts", "mistake"));
        return "portal/triage/taking-up";
    }

    @PostMapping("/taking-up")
    String takenUp(
            @PathVariable String id,
            @Valid @ModelAttribute("form") TakeUpForm form,
            BindingResult found,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        Map<String, String> body = Map.of("reason", String.valueOf(form.reason()));
        String sent = sending.sent(
                new Decision(id, "taking-up", body, form.seen(), form.idempotencyKey(), "takenup.done"),
                found,
                response,
                model,
                locale,
                next);
        return sent == null ? takingUp(id, model) : sent;
    }
}
