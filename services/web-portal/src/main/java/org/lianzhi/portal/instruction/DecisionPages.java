package org.lianzhi.portal.instruction;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.lianzhi.portal.client.Service;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.form.Commanding;
import org.lianzhi.portal.form.Keys;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A supervisor grades a matter, or says which office of the own side handles it. */
@Controller
@RequestMapping("/supervision/cases/{id}")
class DecisionPages {

    private static final String BACK = "redirect:/supervision/cases/{id}/instructions";

    private final Service jointInvestigation;
    private final Supervisions supervisions;
    private final InstructionReading reading;
    private final Commanding commanding;

    DecisionPages(
            Service jointInvestigation, Supervisions supervisions, InstructionReading reading, Commanding commanding) {
        this.jointInvestigation = jointInvestigation;
        this.supervisions = supervisions;
        this.reading = reading;
        this.commanding = commanding;
    }

    @GetMapping("/grading")
    String grading(@PathVariable String id, Model model) {
        model.addAttribute("form", new DecisionForm(null, "", "", Keys.fresh()));
        return showGrading(id, model);
    }

    @PostMapping("/grading")
    String grade(
            @PathVariable String id,
            @Valid @ModelAttribute("form") DecisionForm form,
            BindingResult found,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        if (!sent(id, "grading", "grade", form, found, response, model, locale)) {
            return showGrading(id, model);
        }
        next.addFlashAttribute("done", "grading.done");
        return BACK;
    }

    private String showGrading(String id, Model model) {
        head(supervisions.of(id), model);
        model.addAttribute("grades", Choice.of("risk", "iv", "iii", "ii", "i"));
        return "portal/instruction/grading";
    }

    @GetMapping("/designation")
    String designation(@PathVariable String id, Model model) {
        model.addAttribute("form", new DecisionForm(null, "", "", Keys.fresh()));
        return showDesignation(id, model);
    }

    @PostMapping("/designation")
    String designate(
            @PathVariable String id,
            @Valid @ModelAttribute("form") DecisionForm form,
            BindingResult found,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        if (!sent(id, "designation", "office", form, found, response, model, locale)) {
            return showDesignation(id, model);
        }
        next.addFlashAttribute("done", "designation.done");
        return BACK;
    }

    private String showDesignation(String id, Model model) {
        SupervisionView view = supervisions.of(id);
        head(view, model);
        model.addAttribute("offices", reading.offices(view));
        model.addAttribute("now", reading.forSupervisor(view).office());
        return "portal/instruction/designation";
    }

    private void head(SupervisionView view, Model model) {
        model.addAttribute("head", reading.head(view, InstructionReading.ofCase(view.caseId())));
    }

    private boolean sent(
            String id,
            String path,
            String what,
            DecisionForm form,
            BindingResult found,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        if (found.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return false;
        }
        Map<String, String> body = Map.of(
                what,
                Objects.requireNonNull(form.what()),
                "reason",
                Objects.requireNonNull(form.reason()),
                "legalBasis",
                Objects.requireNonNull(form.legalBasis()));
        Runnable command = () -> jointInvestigation.command(
                Keys.of(form.idempotencyKey()), null, body, "/api/v1/cases/{id}/" + path, id);
        return commanding.done(command, found, response, model, locale);
    }
}
