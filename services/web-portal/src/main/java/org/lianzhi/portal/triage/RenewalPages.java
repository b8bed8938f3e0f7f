package org.lianzhi.portal.triage;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
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

/** The code is shown on the answer itself and nowhere else: it can be read out, and is in no session and no address. */
@Controller
@RequestMapping("/staff/reports/{id}/code")
class RenewalPages {

    private static final String REPORT = "/api/v1/reports/{id}";

    private final Service reportIntake;
    private final Reports reports;
    private final Commanding commanding;

    RenewalPages(Service reportIntake, Reports reports, Commanding commanding) {
        this.reportIntake = reportIntake;
        this.reports = reports;
        this.commanding = commanding;
    }

    private record Renewed(String code) {

        @Override
        public String toString() {
            return "a tracking code";
        }
    }

    @GetMapping
    String ask(@PathVariable String id, Model model) {
        ReportView view = reports.record(id);
        if (!view.tellsContact()) {
            return "redirect:/staff/reports/{id}";
        }
        model.addAttribute("form", new RenewalForm(null, "", Keys.fresh()));
        return page(id, model);
    }

    @PostMapping
    String renew(
            @PathVariable String id,
            @Valid @ModelAttribute("form") RenewalForm form,
            BindingResult found,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        List<Renewed> renewed = new ArrayList<>();
        Runnable renew = () -> renewed.add(reportIntake.post(
                Renewed.class,
                Keys.of(form.idempotencyKey()),
                null,
                Map.of("reason", String.valueOf(form.reason()), "note", String.valueOf(form.note())),
                REPORT + "/code",
                id));
        if (found.hasErrors() || !commanding.done(renew, found, response, model, locale)) {
            return page(id, model);
        }
        model.addAttribute("href", Reports.href(id));
        model.addAttribute("code", renewed.getFirst().code());
        return "portal/triage/renewed";
    }

    private static String page(String id, Model model) {
        model.addAttribute("href", Reports.href(id));
        model.addAttribute("reasons", Choice.of("lost", "seen-by-others"));
        return "portal/triage/renewal";
    }
}
