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

/** Where the map leaves the side open, a person says which one it is before the bureau accepts a report as its own. */
@Controller
@RequestMapping("/staff/reports/{id}/side")
class SidePages {

    private static final String REPORT = "/api/v1/reports/{id}";

    private final Service reportIntake;
    private final ReportReading reading;
    private final Commanding commanding;

    SidePages(Service reportIntake, ReportReading reading, Commanding commanding) {
        this.reportIntake = reportIntake;
        this.reading = reading;
        this.commanding = commanding;
    }

    @GetMapping
    String ask(@PathVariable String id, Model model, Locale locale) {
        ReportView view = reportIntake.get(ReportView.class, REPORT, id);
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
        if (!found.hasErrors()) {
            if (!"own".equals(form.side())) {
                return "other".equals(form.side())
                        ? "redirect:/staff/reports/{id}/release"
                        : "redirect:/staff/reports/{id}";
            }
            Runnable accept = () -> reportIntake.command(
                    Keys.of(form.idempotencyKey()),
                    form.seen(),
                    Map.of("sideConfirmed", true),
                    REPORT + "/acceptance",
                    id);
            if (commanding.done(accept, found, response, model, locale)) {
                next.addFlashAttribute("done", "triage.done.accepted");
                return "redirect:/staff/reports/{id}";
            }
        }
        return page(reportIntake.get(ReportView.class, REPORT, id), model, locale);
    }

    private String page(ReportView view, Model model, Locale locale) {
        model.addAttribute("page", reading.page(view, locale));
        model.addAttribute("sides", Choice.of("own", "other", "unknown"));
        return "portal/triage/side";
    }
}
