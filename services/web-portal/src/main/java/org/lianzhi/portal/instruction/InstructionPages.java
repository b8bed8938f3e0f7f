package org.lianzhi.portal.instruction;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Instant;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A supervisor gives instructions and sees them through. */
@Controller
class InstructionPages {

    private static final String CASE = "/supervision/cases/{id}/instructions";
    private static final int WORDS_AT_LEAST = 5;

    private final Service jointInvestigation;
    private final Supervisions supervisions;
    private final InstructionReading reading;
    private final Commanding commanding;
    private final Words words;

    InstructionPages(
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

    private record Giving(String office, String task, Instant dueAt) {}

    @GetMapping(InstructionReading.ALL)
    String all(
            @RequestParam(defaultValue = "open") String view, @RequestParam(defaultValue = "1") int page, Model model) {
        String known = InstructionReading.known(view);
        model.addAttribute(
                "page",
                reading.all(supervisions.list(known, Math.max(0, page - 1), InstructionReading.PER_PAGE), known, page));
        return "portal/instruction/all";
    }

    @GetMapping(CASE)
    String ofCase(@PathVariable String id, Model model) {
        model.addAttribute("page", reading.forSupervisor(supervisions.of(id)));
        return "portal/instruction/list";
    }

    @GetMapping(CASE + "/new")
    String ask(@PathVariable String id, Model model) {
        SupervisionView view = supervisions.of(id);
        model.addAttribute("form", new GiveForm(view.bureau(), "", null, Keys.fresh()));
        return form(view, model);
    }

    /** The form is whole: who will be told is shown before anything is sent. {@code change} leads back to the form. */
    @PostMapping(CASE + "/new")
    String check(
            @PathVariable String id,
            @Valid @ModelAttribute("form") GiveForm form,
            BindingResult found,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        SupervisionView view = supervisions.of(id);
        if (request.getParameter("change") != null) {
            return form(view, model);
        }
        if (found.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(view, model);
        }
        return confirm(view, form, model);
    }

    @PostMapping(CASE + "/confirm")
    String give(
            @PathVariable String id,
            @Valid @ModelAttribute("form") GiveForm form,
            BindingResult found,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        Runnable give = () -> jointInvestigation.command(
                Keys.of(form.idempotencyKey()), null, giving(form), Supervisions.INSTRUCTIONS, id);
        if (found.hasErrors() || !commanding.done(give, found, response, model, locale)) {
            return form(supervisions.of(id), model);
        }
        next.addFlashAttribute("done", "instruction.give.done");
        return "redirect:" + CASE;
    }

    private Giving giving(GiveForm form) {
        return new Giving(
                Objects.requireNonNull(form.office()),
                Objects.requireNonNull(form.task()),
                words.instant(Objects.requireNonNull(form.dueAt())));
    }

    private String form(SupervisionView view, Model model) {
        model.addAttribute("head", reading.head(view, InstructionReading.ofCase(view.caseId())));
        model.addAttribute("offices", reading.offices(view));
        return "portal/instruction/give";
    }

    private String confirm(SupervisionView view, GiveForm form, Model model) {
        model.addAttribute("head", reading.head(view, InstructionReading.ofCase(view.caseId())));
        model.addAttribute("office", words.office(form.office()));
        model.addAttribute("due", words.instant(Objects.requireNonNull(form.dueAt())));
        return "portal/instruction/confirm";
    }

    @GetMapping(CASE + "/{ref}/{act}")
    String about(@PathVariable String id, @PathVariable String ref, @PathVariable String act, Model model) {
        model.addAttribute("form", new ActForm("", null, Keys.fresh()));
        return about(known(act), id, ref, model);
    }

    @PostMapping(CASE + "/{ref}/{act}")
    String send(
            @PathVariable String id,
            @PathVariable String ref,
            @PathVariable String act,
            @Valid @ModelAttribute("form") ActForm form,
            BindingResult found,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        Doing doing = known(act);
        if (doing == Doing.EXTEND && form.dueAt() == null && !found.hasErrors()) {
            found.rejectValue("dueAt", "missing", words.say("instruction.dueAt.missing"));
        }
        if ((doing == Doing.EXTEND || doing == Doing.WITHDRAW) && !form.says(WORDS_AT_LEAST)) {
            found.rejectValue("words", "missing", words.say("instruction.reason.missing"));
        }
        if (found.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return about(doing, id, ref, model);
        }
        Runnable command = () -> jointInvestigation.command(
                Keys.of(form.idempotencyKey()),
                null,
                doing.body(form, words),
                Supervisions.INSTRUCTIONS + "/{ref}" + doing.path(),
                id,
                ref);
        if (!commanding.done(command, found, response, model, locale)) {
            return about(doing, id, ref, model);
        }
        next.addFlashAttribute("done", "instruction." + act + ".done");
        return "redirect:" + CASE;
    }

    private String about(Doing doing, String id, String ref, Model model) {
        SupervisionView view = supervisions.of(id);
        model.addAttribute("page", reading.doing(view, supervisions.one(view, ref), doing.code()));
        return "portal/instruction/act";
    }

    private static Doing known(String act) {
        for (Doing doing : Doing.values()) {
            if (doing.code().equals(act)) {
                return doing;
            }
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** What a supervisor does about an instruction that runs. */
    private enum Doing {
        REMIND("/reminder"),
        EXTEND("/extension"),
        CLOSE("/closure"),
        WITHDRAW("/withdrawal");

        private final String path;

        Doing(String path) {
            this.path = path;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        String path() {
            return path;
        }

        Map<String, Object> body(ActForm form, Words words) {
            String said = Objects.requireNonNullElse(form.words(), "");
            return switch (this) {
                case REMIND, CLOSE -> Map.of("words", said);
                case EXTEND -> Map.of("dueAt", words.instant(Objects.requireNonNull(form.dueAt())), "reason", said);
                case WITHDRAW -> Map.of("reason", said);
            };
        }
    }
}
