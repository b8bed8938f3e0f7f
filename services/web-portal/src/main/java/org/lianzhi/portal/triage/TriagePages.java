package org.lianzhi.portal.triage;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.client.Service;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.PhotoFile;
import org.lianzhi.portal.form.Keys;
import org.lianzhi.portal.triage.Sending.Decision;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The first look at a report, and what the bureau does with it. */
@Controller
@RequestMapping("/staff/reports/{id}")
class TriagePages {

    private static final String REPORT = "/api/v1/reports/{id}";

    /** Where a decision is made that takes more than a word. */
    private static final Map<String, String> PAGES = Map.of(
            "cross-border", "release",
            "merge", "merge",
            "ask", "question",
            "transfer", "transfer",
            "not-accept", "not-accepted",
            "against", "outcome");

    private static final String SIDE_OPEN = "report.side-unconfirmed";
    private static final String NOT_ACCEPTED = "portal/triage/not-accepted";

    private final Service reportIntake;
    private final ReportShowing showing;
    private final Reports reports;
    private final Sending sending;

    TriagePages(Service reportIntake, ReportShowing showing, Reports reports, Sending sending) {
        this.reportIntake = reportIntake;
        this.showing = showing;
        this.reports = reports;
        this.sending = sending;
    }

    @GetMapping
    String look(
            @PathVariable String id, @RequestParam(required = false) @Nullable String to, Model model, Locale locale) {
        ReportView view = reports.look(id);
        model.addAttribute(ReportShowing.OPENING, OpeningForm.before(to));
        model.addAttribute("form", new TriageForm(null, view.line().version(), Keys.fresh()));
        return showing.show(view, model, locale);
    }

    @PostMapping
    String decide(
            @PathVariable String id,
            @Valid @ModelAttribute("form") TriageForm form,
            BindingResult found,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        if (!found.hasErrors()) {
            String decision = String.valueOf(form.decision());
            String page = PAGES.get(decision);
            if (page != null) {
                return "redirect:/staff/reports/{id}/" + page;
            }
            String sent = sending.sent(
                    new Decision(
                            id, "acceptance", Map.of(), form.seen(), form.idempotencyKey(), "triage.done.accepted"),
                    found,
                    response,
                    model,
                    locale,
                    next);
            if (sent != null) {
                return sent;
            }
            if (found.getGlobalErrors().stream().anyMatch(error -> SIDE_OPEN.equals(error.getCode()))) {
                return "redirect:/staff/reports/{id}/side";
            }
        }
        return showing.show(reports.look(id), model, locale);
    }

    @GetMapping("/not-accepted")
    String whyNot(@PathVariable String id, Model model) {
        ReportView view = reports.record(id);
        model.addAttribute("form", new NotAcceptedForm(null, null, view.line().version(), Keys.fresh()));
        return notAccepted(id, model);
    }

    @PostMapping("/not-accepted")
    String notAccept(
            @PathVariable String id,
            @Valid @ModelAttribute("form") NotAcceptedForm form,
            BindingResult found,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        Map<String, String> body = Map.of(
                "reason", String.valueOf(form.reason()), "whereToGo", form.whereToGo() == null ? "" : form.whereToGo());
        String sent = sending.sent(
                new Decision(
                        id, "non-acceptance", body, form.seen(), form.idempotencyKey(), "triage.done.not-accepted"),
                found,
                response,
                model,
                locale,
                next);
        return sent == null ? notAccepted(id, model) : sent;
    }

    private static String notAccepted(String id, Model model) {
        model.addAttribute("href", Reports.href(id));
        model.addAttribute(
                "reasons", Choice.of("not-environmental", "court-or-review", "already-accepted", "too-vague"));
        return NOT_ACCEPTED;
    }

    /** As a file to be saved and never as a page: it came from a stranger, and nobody has made it anew. */
    @GetMapping("/originals/{photo}")
    ResponseEntity<byte[]> original(@PathVariable String id, @PathVariable String photo) {
        byte[] original =
                reportIntake.picture(REPORT + "/originals/{photo}", id, photo).getBody();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
                .body(original);
    }

    /** Through the portal, because a browser has no token of its own. */
    @GetMapping("/photos/{photo}")
    ResponseEntity<byte[]> photo(@PathVariable String id, @PathVariable String photo) {
        byte[] picture =
                reportIntake.picture(REPORT + "/photos/{photo}", id, photo).getBody();
        return PhotoFile.begin().body(picture);
    }
}
