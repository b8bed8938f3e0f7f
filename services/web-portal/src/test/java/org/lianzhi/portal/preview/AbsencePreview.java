package org.lianzhi.portal.preview;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.absence.AbsenceForm;
import org.lianzhi.portal.absence.AbsencePage;
import org.lianzhi.portal.component.Choice;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Validator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is away, as an officer sees it. */
@Controller
@Profile("preview")
class AbsencePreview {

    private static final LocalDate MONDAY = LocalDate.of(2026, 7, 20);
    private static final List<Choice> OFFICE =
            List.of(Choice.named("o-1", "李明"), Choice.named("o-2", "周敏"), Choice.named("o-3", "唐伟"));

    private final Validator validator;

    AbsencePreview(Validator validator) {
        this.validator = validator;
    }

    @GetMapping("/preview/staff/absences")
    String absences(@RequestParam(required = false) @Nullable String wrong, Model model) {
        Signed.in(Signed.OFFICER, model);
        var form = new AbsenceForm(null, null, wrong == null ? null : MONDAY, null, "k-1");
        var result = new BeanPropertyBindingResult(form, "form");
        if (wrong != null) {
            validator.validate(form, result);
        }
        model.addAttribute("form", form);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", result);
        model.addAttribute(
                "page",
                new AbsencePage(
                        wrong == null
                                ? List.of(
                                        new AbsencePage.Line(
                                                "o-1", "李明", "周敏", MONDAY, MONDAY.plusDays(4), true, "k-2"),
                                        new AbsencePage.Line(
                                                "o-3",
                                                "唐伟",
                                                "李明",
                                                MONDAY.plusDays(7),
                                                MONDAY.plusDays(8),
                                                false,
                                                "k-3"))
                                : List.of(),
                        OFFICE,
                        OFFICE));
        return "portal/absence/absences";
    }
}
