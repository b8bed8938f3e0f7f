package org.lianzhi.portal.report;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lianzhi.model.MatterNumber;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.form.Commanding;
import org.lianzhi.portal.form.Keys;
import org.lianzhi.portal.shell.PortalProperties;
import org.lianzhi.portal.territory.Offices;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** An officer enters what somebody reported by telephone, by letter or at the counter, and reads the code out to them. */
@Controller
@RequestMapping("/staff/reports/new")
class EnteringPages {

    private static final String PAGE = "portal/report/enter";

    private final Filing filing;
    private final Judging judging;
    private final Commanding commanding;
    private final Offices offices;
    private final PortalProperties settings;

    EnteringPages(Filing filing, Judging judging, Commanding commanding, Offices offices, PortalProperties settings) {
        this.filing = filing;
        this.judging = judging;
        this.commanding = commanding;
        this.offices = offices;
        this.settings = settings;
    }

    @GetMapping
    String ask(Model model, Locale locale) {
        model.addAttribute("form", new EnterForm(null, null, PhoneForm.empty(), Keys.fresh()));
        return page(model, offices, locale);
    }

    @PostMapping
    String enter(
            @Valid @ModelAttribute("form") EnterForm form,
            BindingResult found,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        judging.judge(form.report(), "report.", found);
        Draft draft = form.report().draft(Keys.of(form.idempotencyKey()));
        List<Filed.Answer> entered = new ArrayList<>();
        Runnable enter = () -> entered.add(filing.enter(form, draft, locale));
        if (found.hasErrors() || !commanding.done(enter, found, response, model, locale)) {
            return page(model, offices, locale);
        }
        Filed.Answer told = entered.getFirst();
        model.addAttribute("number", MatterNumber.ofReport(told.number(), settings.zone()));
        model.addAttribute("code", told.code());
        model.addAttribute("triageBy", told.triageBy());
        model.addAttribute("href", "/staff/reports/" + told.number());
        return "portal/report/entered";
    }

    static String page(Model model, Offices offices, Locale locale) {
        for (Question question : Question.values()) {
            Choices.of(question, model);
        }
        model.addAttribute("ways", Choice.of("phone", "letter", "walk-in", "hotline", "inspection"));
        model.addAttribute("counties", offices.counties(locale));
        model.addAttribute("notHere", true);
        return PAGE;
    }
}
