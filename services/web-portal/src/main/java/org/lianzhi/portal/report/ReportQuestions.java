package org.lianzhi.portal.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.shell.PortalProperties;
import org.lianzhi.portal.territory.Offices;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One question a page. Answers are kept in the session; no service is asked before the last page. */
@Controller
@RequestMapping("/report")
class ReportQuestions {

    /** Clocks of phones are not exact. */
    private static final Duration CLOCK_ERROR = Duration.ofMinutes(15);

    private static final String LOST = "redirect:/report/category?lost";

    private final PortalProperties settings;
    private final Offices offices;
    private final Clock clock;
    private final ZoneId zone;

    ReportQuestions(PortalProperties settings, Offices offices, ObjectProvider<Clock> clock) {
        this.settings = settings;
        this.offices = offices;
        this.clock = clock.getIfUnique(Clock::systemUTC);
        this.zone = settings.zone();
    }

    @GetMapping
    String start(Model model) {
        model.addAttribute("emergency", settings.emergency());
        return "portal/report/start";
    }

    @GetMapping("/{question:category|place|outlet|facility|when|what|contact}")
    String ask(
            @PathVariable String question,
            @RequestParam(required = false) @Nullable String lost,
            HttpServletRequest request,
            Model model,
            Locale locale) {
        Question asked = Question.of(question);
        Draft draft = Drafts.of(request);
        Optional<Question> earlier = draft.missingBefore(asked);
        if (earlier.isPresent()) {
            return "redirect:" + earlier.get().href();
        }
        model.addAttribute("form", draft.form(asked));
        model.addAttribute("lost", lost != null);
        return page(asked, draft, model, locale);
    }

    @PostMapping("/category")
    String category(
            @Valid @ModelAttribute("form") CategoryForm form,
            BindingResult found,
            HttpServletRequest request,
            Model model,
            Locale locale) {
        return answered(Question.CATEGORY, found, draft -> draft.with(form), request, model, locale);
    }

    /** Each of the three places may be left out, but one must say where it is. */
    @PostMapping("/{question:place|outlet|facility}")
    String place(
            @PathVariable String question,
            @Valid @ModelAttribute("form") PlaceForm form,
            BindingResult found,
            HttpServletRequest request,
            Model model,
            Locale locale) {
        Question asked = Question.of(question);
        Draft.Places places = Drafts.of(request).places().with(asked, form);
        if (!found.hasErrors() && !places.sayWhere()) {
            if (form.hasWords()) {
                found.rejectValue("county", "report.county.missing");
            } else if (asked == Question.FACILITY) {
                found.rejectValue("placeLat", "report.place.missing");
            }
        }
        return answered(asked, found, draft -> draft.with(asked, form), request, model, locale);
    }

    @PostMapping("/when")
    String when(
            @Valid @ModelAttribute("form") WhenForm form,
            BindingResult found,
            HttpServletRequest request,
            Model model,
            Locale locale) {
        if (isToCome(form.observedAt(), clock, zone)) {
            found.rejectValue("observedAt", "report.observedAt.future");
        }
        return answered(Question.WHEN, found, draft -> draft.with(form), request, model, locale);
    }

    static boolean isToCome(@Nullable LocalDateTime observedAt, Clock clock, ZoneId zone) {
        return observedAt != null
                && observedAt.isAfter(LocalDateTime.ofInstant(clock.instant().plus(CLOCK_ERROR), zone));
    }

    @PostMapping("/what")
    String what(
            @Valid @ModelAttribute("form") WhatForm form,
            BindingResult found,
            HttpServletRequest request,
            Model model,
            Locale locale) {
        return answered(Question.WHAT, found, draft -> draft.with(form), request, model, locale);
    }

    @PostMapping("/contact")
    String contact(
            @Valid @ModelAttribute("form") ContactForm form,
            BindingResult found,
            HttpServletRequest request,
            Model model,
            Locale locale) {
        form.needed().forEach(field -> found.rejectValue(field, "report." + field + ".needed"));
        return answered(Question.CONTACT, found, draft -> draft.with(form), request, model, locale);
    }

    private String answered(
            Question question,
            BindingResult found,
            UnaryOperator<Draft> answer,
            HttpServletRequest request,
            Model model,
            Locale locale) {
        Draft draft = Drafts.of(request);
        if (found.hasErrors()) {
            return page(question, draft, model, locale);
        }
        Draft answered = answer.apply(draft);
        Drafts.keep(request, answered);
        if (answered.missingBefore(question).isPresent()) {
            return LOST;
        }
        if (answered.checking()) {
            return "redirect:" + Question.CHECK.href();
        }
        return "redirect:"
                + (NearMatters.isAfter(question, answered)
                        ? NearMatters.PATH
                        : question.next().href());
    }

    private String page(Question question, Draft draft, Model model, Locale locale) {
        Choices.of(question, model);
        if (question.isPlace()) {
            model.addAttribute("counties", offices.counties(locale));
            model.addAttribute("fromPhoto", question == Question.PLACE && draft.isPlacedByPhoto());
        }
        if (draft.checking()) {
            model.addAttribute("back", Question.CHECK.href());
        }
        return "portal/report/" + (question.isPlace() ? Question.PLACE : question).code();
    }
}
