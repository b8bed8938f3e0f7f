package org.lianzhi.portal.triage;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.lianzhi.portal.client.Service;
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

/** What is to become of what a reporter said: the lead of the office holds it for the law, or has it erased. */
@Controller
@RequestMapping("/staff/reports/{id}/{act:hold|hold-end|erasure}")
class KeepPages {

    private static final String REPORT = "/api/v1/reports/{id}";
    private static final String ERASURE = "erasure";
    private static final String HOLD = "hold";

    private final Service reportIntake;
    private final Commanding commanding;

    KeepPages(Service reportIntake, Commanding commanding) {
        this.reportIntake = reportIntake;
        this.commanding = commanding;
    }

    @GetMapping
    String ask(@PathVariable String id, @PathVariable String act, Model model) {
        model.addAttribute("form", new KeepForm("", null, null, Keys.fresh()));
        return page(id, act, model);
    }

    @PostMapping
    String decide(
            @PathVariable String id,
            @PathVariable String act,
            @Valid @ModelAttribute("form") KeepForm form,
            BindingResult found,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        if (act.equals(HOLD) && form.reviewOn() == null) {
            found.rejectValue("reviewOn", "keep.reviewon.missing");
        }
        if (act.equals(ERASURE) && !Boolean.TRUE.equals(form.agreed())) {
            found.rejectValue("agreed", "keep.agreed.missing");
        }
        Map<String, Object> change = new HashMap<>(Map.of("reason", form.reason()));
        if (form.reviewOn() != null) {
            change.put("reviewOn", form.reviewOn().toString());
        }
        Runnable decide = () -> reportIntake.post(
                ReportView.Keep.class, Keys.of(form.idempotencyKey()), null, change, REPORT + "/" + act, id);
        if (found.hasErrors() || !commanding.done(decide, found, response, model, locale)) {
            return page(id, act, model);
        }
        next.addFlashAttribute("done", "keep.done." + act);
        return "redirect:/staff/reports/{id}";
    }

    private static String page(String id, String act, Model model) {
        model.addAttribute("href", Reports.href(id));
        model.addAttribute("act", act);
        return "portal/triage/keep";
    }
}
