package org.lianzhi.portal.triage;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Map;
import org.lianzhi.portal.client.Service;
import org.lianzhi.portal.form.Commanding;
import org.lianzhi.portal.form.Keys;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a reporter said and showed is opened on the page of the report, for a reason that the supervisors read. */
@Controller
@RequestMapping("/staff/reports/{id}/opening")
class OpeningPages {

    private static final String RELEASE = "release";

    private final Service reportIntake;
    private final Reports reports;
    private final ReportShowing showing;
    private final Commanding commanding;

    OpeningPages(Service reportIntake, Reports reports, ReportShowing showing, Commanding commanding) {
        this.reportIntake = reportIntake;
        this.reports = reports;
        this.showing = showing;
        this.commanding = commanding;
    }

    /** Where somebody is sent who was about to read what is not opened. */
    static String before(String page) {
        return "redirect:/staff/reports/{id}?to=" + page;
    }

    @PostMapping
    String open(
            @PathVariable String id,
            @Valid @ModelAttribute(ReportShowing.OPENING) OpeningForm form,
            BindingResult found,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        Map<String, String> why =
                Map.of("reason", String.valueOf(form.reason()), "words", form.words() == null ? "" : form.words());
        Runnable open = () -> reportIntake.post(ReportView.class, null, null, why, "/api/v1/reports/{id}/opening", id);
        if (!found.hasErrors() && commanding.done(open, found, response, model, locale)) {
            return RELEASE.equals(form.to()) ? "redirect:/staff/reports/{id}/release" : "redirect:/staff/reports/{id}";
        }
        ReportView view = reports.look(id);
        model.addAttribute("form", new TriageForm(null, view.line().version(), Keys.fresh()));
        return showing.show(view, model, locale);
    }
}
