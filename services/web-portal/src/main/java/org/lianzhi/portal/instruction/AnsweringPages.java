package org.lianzhi.portal.instruction;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.lianzhi.portal.client.Service;
import org.lianzhi.portal.form.Commanding;
import org.lianzhi.portal.form.Keys;
import org.lianzhi.portal.words.Words;
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

/** An office sees what it was asked and reports back. */
@Controller
@RequestMapping("/staff/supervision/{id}")
class AnsweringPages {

    private static final int WORDS_AT_LEAST = 5;

    private final Service jointInvestigation;
    private final Supervisions supervisions;
    private final InstructionReading reading;
    private final Commanding commanding;
    private final Words words;

    AnsweringPages(
            Service jointInvestigation,
            Supervisions supervisions,
            InstructionReading reading,
            Commanding commanding,
            Words words) {
        this.jointInvestigation = jointInvestigation;
        this.supervisions = supervisions;
        this.reading = reading;
        this.commanding = commanding;
        this.words = words;
    }

    @GetMapping
    String asked(@PathVariable String id, Model model) {
        model.addAttribute("page", reading.forOffice(supervisions.of(id)));
        return "portal/instruction/list";
    }

    @GetMapping("/{ref}")
    String write(@PathVariable String id, @PathVariable String ref, Model model) {
        model.addAttribute("form", new ActForm("", null, Keys.fresh()));
        return show(id, ref, model);
    }

    @PostMapping("/{ref}")
    String report(
            @PathVariable String id,
            @PathVariable String ref,
            @Valid @ModelAttribute("form") ActForm form,
            BindingResult found,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        if (!form.says(WORDS_AT_LEAST)) {
            found.rejectValue("words", "missing", words.say("instruction.report.missing"));
        }
        if (found.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(id, ref, model);
        }
        Runnable report = () -> jointInvestigation.command(
                Keys.of(form.idempotencyKey()),
                null,
                Map.of("account", Objects.requireNonNull(form.words())),
                Supervisions.INSTRUCTIONS + "/{ref}/report",
                id,
                ref);
        if (!commanding.done(report, found, response, model, locale)) {
            return show(id, ref, model);
        }
        next.addFlashAttribute("done", "instruction.report.done");
        return "redirect:/staff/supervision/{id}";
    }

    private String show(String id, String ref, Model model) {
        SupervisionView view = supervisions.of(id);
        model.addAttribute("page", reading.doing(view, supervisions.one(view, ref), "report"));
        return "portal/instruction/act";
    }
}
