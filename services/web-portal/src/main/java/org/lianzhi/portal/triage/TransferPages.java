package org.lianzhi.portal.triage;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.form.Keys;
import org.lianzhi.portal.signin.SignedIn;
import org.lianzhi.portal.territory.Offices;
import org.lianzhi.portal.triage.Sending.Decision;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A report goes to another office of the own side, which may object; then their common superior decides. */
@Controller
@RequestMapping("/staff/reports/{id}/transfer")
class TransferPages {

    private final Reports reports;
    private final Sending sending;
    private final Offices offices;

    TransferPages(Reports reports, Sending sending, Offices offices) {
        this.reports = reports;
        this.sending = sending;
        this.offices = offices;
    }

    @GetMapping
    String ask(@PathVariable String id, Authentication who, Model model, Locale locale) {
        model.addAttribute(
                "form",
                new TransferForm(null, null, "", reports.record(id).line().version(), Keys.fresh()));
        return asking(id, who, model, locale);
    }

    private String asking(String id, Authentication who, Model model, Locale locale) {
        model.addAttribute("href", Reports.href(id));
        model.addAttribute("offices", offices.ofSameSide(SignedIn.bureau(who), locale));
        model.addAttribute("reasons", Choice.of("place", "source", "competence"));
        return "portal/triage/transfer";
    }

    /** Whoever has handed it over does not hold it any more: the way leads back to the worklist. */
    @PostMapping
    String transfer(
            @PathVariable String id,
            @Valid @ModelAttribute("form") TransferForm form,
            BindingResult found,
            Authentication who,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        Map<String, String> body = Map.of(
                "to", String.valueOf(form.office()),
                "reason", String.valueOf(form.reason()),
                "words", String.valueOf(form.words()));
        String sent = sending.sent(
                new Decision(id, "transfer", body, form.seen(), form.idempotencyKey(), "transfer.done"),
                found,
                response,
                model,
                locale,
                next);
        return sent == null ? asking(id, who, model, locale) : Sending.WORKLIST;
    }

    @GetMapping("/objection")
    String object(@PathVariable String id, Model model) {
        model.addAttribute(
                "form", new ObjectionForm(null, "", reports.record(id).line().version(), Keys.fresh()));
        return objecting(id, model);
    }

    private static String objecting(String id, Model model) {
        model.addAttribute("href", Reports.href(id));
        model.addAttribute("reasons", Choice.of("not-our-area", "not-our-task"));
        return "portal/triage/objection";
    }

    @PostMapping("/objection")
    String objected(
            @PathVariable String id,
            @Valid @ModelAttribute("form") ObjectionForm form,
            BindingResult found,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        Map<String, String> body =
                Map.of("reason", String.valueOf(form.reason()), "words", String.valueOf(form.words()));
        String sent = sending.sent(
                new Decision(id, "transfer/objection", body, form.seen(), form.idempotencyKey(), "objection.done"),
                found,
                response,
                model,
                locale,
                next);
        return sent == null ? objecting(id, model) : Sending.WORKLIST;
    }

    @GetMapping("/decision")
    String settle(@PathVariable String id, Model model, Locale locale) {
        ReportView view = reports.record(id);
        model.addAttribute("form", new SettlementForm(null, "", view.line().version(), Keys.fresh()));
        return settling(view, id, model, locale);
    }

    private String settling(ReportView view, String id, Model model, Locale locale) {
        if (view.transfer() == null) {
            return "redirect:/staff/reports/{id}";
        }
        model.addAttribute("href", Reports.href(id));
        model.addAttribute(
                "offices",
                List.of(view.transfer().from(), view.transfer().to()).stream()
                        .map(office -> Choice.named(office, offices.office(office, locale)))
                        .toList());
        return "portal/triage/settlement";
    }

    @PostMapping("/decision")
    String settled(
            @PathVariable String id,
            @Valid @ModelAttribute("form") SettlementForm form,
            BindingResult found,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        Map<String, String> body =
                Map.of("to", String.valueOf(form.office()), "document", String.valueOf(form.document()));
        String sent = sending.sent(
                new Decision(id, "transfer/decision", body, form.seen(), form.idempotencyKey(), "settlement.done"),
                found,
                response,
                model,
                locale,
                next);
        return sent == null ? settling(reports.record(id), id, model, locale) : Sending.WORKLIST;
    }
}
