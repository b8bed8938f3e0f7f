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

/** Where the map leaves the side open, a person says which one it is before the bureau accepts a report as its own. */
@Controller
@RequestMapping("/staff/reports/{id}/side")
class SidePages {

    private final Reports reports;
    private final ReportReading reading;
    private final Sending sending;

    SidePages(Reports reports, ReportReading reading, Sending sending) {
        this.reports = reports;
        this.reading = reading;
        this.sending = sending;
    }

    @GetMapping
    String ask(@PathVariable String id, Model model, Locale locale) {
        ReportView view = reports.look(id);
        model.addAttribute("form", new SideForm(null, view.line().version(), Keys.fresh()));
        return page(view, model, locale);
    }

    @PostMapping
    String say(
            @PathVariable String id,
            @Valid @ModelAttribute("form") SideForm form,
            BindingResult found,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        if (!found.hasErrors() && !"own".equals(form.side())) {
            return "other".equals(form.side())
                    ? "redirect:/staff/reports/{id}/release"
                    : "redirect:/staff/reports/{id}";
        }
        String sent = sending.sent(
                new Decision(
                        id,
                        "acceptance",
                        Map.of("sideConfirmed", true),
                        form.seen(),
                        form.idempotencyKey(),
                        "triage.done.accepted"),
                found,
                response,
                model,
                locale,
                next);
        return sent == null ? page(reports.look(id), model, locale) : sent;
    }

    private String page(ReportView view, Model model, Locale locale) {
        model.addAttribute("page", reading.page(view, locale));
        model.addAttribute("sides", Choice.of("own", "other", "unknown"));
        return "portal/triage/side";
    }
}
