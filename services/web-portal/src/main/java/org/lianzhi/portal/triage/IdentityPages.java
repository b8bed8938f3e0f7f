package org.lianzhi.portal.triage;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.client.Service;
import org.lianzhi.portal.form.Commanding;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Who the reporter is: shown on the answer to the reason and nowhere else, so it is in no address and no session. */
@Controller
@RequestMapping("/staff/reports/{id}/identity")
class IdentityPages {

    private static final String REPORT = "/api/v1/reports/{id}";

    private final Service reportIntake;
    private final ReportReading reading;
    private final Commanding commanding;

    IdentityPages(Service reportIntake, ReportReading reading, Commanding commanding) {
        this.reportIntake = reportIntake;
        this.reading = reading;
        this.commanding = commanding;
    }

    private record Identity(ReportView.@Nullable Contact contact) {

        @Override
        public String toString() {
            return "an identity";
        }
    }

    @GetMapping
    String ask(@PathVariable String id, Model model) {
        model.addAttribute("form", new IdentityForm(""));
        return page(id, model);
    }

    @PostMapping
    String open(
            @PathVariable String id,
            @Valid @ModelAttribute("form") IdentityForm form,
            BindingResult found,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        List<Identity> opened = new ArrayList<>();
        Runnable open = () -> opened.add(reportIntake.post(
                Identity.class, null, null, Map.of("reason", form.reason()), REPORT + "/identity", id));
        if (found.hasErrors() || !commanding.done(open, found, response, model, locale)) {
            return page(id, model);
        }
        ReportView.Contact contact = opened.getFirst().contact();
        model.addAttribute("href", Reports.href(id));
        model.addAttribute("rows", contact == null ? List.of() : reading.contact(contact, locale));
        return "portal/triage/identified";
    }

    private static String page(String id, Model model) {
        model.addAttribute("href", Reports.href(id));
        return "portal/triage/identity";
    }
}
