package org.lianzhi.portal.absence;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.cases.Colleagues;
import org.lianzhi.portal.cases.Reader;
import org.lianzhi.portal.client.Refused;
import org.lianzhi.portal.client.Service;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.form.Commanding;
import org.lianzhi.portal.form.Keys;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An officer says who is away and who stands in; the worklists follow. */
@Controller
@RequestMapping(AbsencePages.PATH)
class AbsencePages {

    static final String PATH = "/staff/absences";

    private static final String API = "/api/v1/absences";

    private final Service jointInvestigation;
    private final Colleagues colleagues;
    private final Commanding commanding;

    AbsencePages(Service jointInvestigation, Colleagues colleagues, Commanding commanding) {
        this.jointInvestigation = jointInvestigation;
        this.colleagues = colleagues;
        this.commanding = commanding;
    }

    record Absence(String person, String standIn, LocalDate from, LocalDate to) {}

    record Known(@Nullable List<Absence> items) {}

    @GetMapping
    String show(Authentication signedIn, Model model) {
        model.addAttribute("form", new AbsenceForm(null, null, null, null, Keys.fresh()));
        return page(signedIn, model);
    }

    @PostMapping
    String name(
            @Valid @ModelAttribute("form") AbsenceForm form,
            BindingResult found,
            Authentication signedIn,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        if (found.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(signedIn, model);
        }
        Map<String, Object> body = Map.of(
                "person",
                Objects.requireNonNull(form.person()),
                "standIn",
                Objects.requireNonNull(form.standIn()),
                "from",
                Objects.requireNonNull(form.from()),
                "to",
                Objects.requireNonNull(form.to()));
        Runnable command = () -> jointInvestigation.command(Keys.of(form.idempotencyKey()), null, body, API);
        if (!commanding.done(command, found, response, model, locale)) {
            return page(signedIn, model);
        }
        next.addFlashAttribute("done", "absence.done");
        return "redirect:" + PATH;
    }

    @PostMapping("/return")
    String back(
            @RequestParam String person,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam String idempotencyKey,
            RedirectAttributes next) {
        try {
            jointInvestigation.command(
                    Keys.of(idempotencyKey), null, Map.of("person", person, "from", from), API + "/return");
            next.addFlashAttribute("done", "absence.return.done");
        } catch (Refused overMeanwhile) {
            next.addFlashAttribute("done", "absence.return.over");
        }
        return "redirect:" + PATH;
    }

    private String page(Authentication signedIn, Model model) {
        Reader reader = Reader.of(signedIn);
        if (!reader.isOfficer()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        List<Choice> office = colleagues.of(reader);
        List<Choice> own = office.stream()
                .filter(person -> person.value().equals(signedIn.getName()))
                .toList();
        Known known = jointInvestigation.get(Known.class, API);
        model.addAttribute(
                "page",
                new AbsencePage(
                        Objects.requireNonNullElse(known.items(), List.<Absence>of()).stream()
                                .map(absence -> new AbsencePage.Line(
                                        absence.person(),
                                        colleagues.name(reader, absence.person()),
                                        colleagues.name(reader, absence.standIn()),
                                        absence.from(),
                                        absence.to(),
                                        reader.isHead() || absence.person().equals(signedIn.getName()),
                                        Keys.fresh()))
                                .toList(),
                        // The head enters anybody's absence, everybody else the own one.
                        reader.isHead() || own.isEmpty() ? office : own,
                        office));
        return "portal/absence/absences";
    }
}
