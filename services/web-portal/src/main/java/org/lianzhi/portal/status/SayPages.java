package org.lianzhi.portal.status;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.shell.PortalProperties;
import org.lianzhi.portal.status.Saying.Said;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The reporter rates the reply, asks for a review of it, or says that somebody puts pressure on them. */
@Controller
@RequestMapping("/status")
class SayPages {

    private static final String PRESSURE = "portal/status/pressure";
    private static final String RATING = "portal/status/rating";
    private static final String REVIEW = "portal/status/review";
    private static final String CONTEST = "portal/status/contest";
    private static final String ASK = "redirect:/status";

    private final Saying saying;
    private final Tracking tracking;
    private final PortalProperties settings;

    SayPages(Saying saying, Tracking tracking, PortalProperties settings) {
        this.saying = saying;
        this.tracking = tracking;
        this.settings = settings;
    }

    private record Pressure(@Nullable String code, @Nullable String words) {}

    private record Contestation(
            @Nullable String code, @Nullable String words) {}

    private record Rating(
            @Nullable String code,
            @Nullable String rating,
            @Nullable String words) {}

    private record Review(
            @Nullable String code,
            @Nullable String step,
            @Nullable String words) {}

    /** A way in of its own: the code is asked for here where no report is followed yet. */
    @GetMapping("/pressure")
    String pressure(HttpServletRequest request, Model model) {
        Followed followed = Followed.in(request);
        model.addAttribute("form", SayForm.empty(followed == null ? null : followed.code(), null));
        return pressure(request, model, PRESSURE);
    }

    private String pressure(HttpServletRequest request, Model model, String page) {
        model.addAttribute("known", Followed.in(request) != null);
        model.addAttribute("emergency", settings.emergency());
        model.addAttribute("hotlines", settings.hotlines());
        return page;
    }

    @PostMapping("/pressure")
    String underPressure(
            @Valid @ModelAttribute("form") SayForm form,
            BindingResult found,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        Said said = said(form, new Pressure(form.code(), form.words()), "pressure");
        if (found.hasErrors() || !saying.arrived(said, found, request, response, model, locale)) {
            return pressure(request, model, PRESSURE);
        }
        next.addFlashAttribute("thanks", "status.pressure.thanks");
        return StatusPages.SHOW;
    }

    @GetMapping("/rating")
    String rating(HttpServletRequest request, Model model) {
        Followed followed = Followed.in(request);
        if (followed == null) {
            return ASK;
        }
        model.addAttribute("form", SayForm.empty(followed.code(), null));
        return rating(model);
    }

    private static String rating(Model model) {
        model.addAttribute("ratings", Choice.of("satisfied", "partly", "dissatisfied"));
        return RATING;
    }

    @PostMapping("/rating")
    String rate(
            @Valid @ModelAttribute("form") SayForm form,
            BindingResult found,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        if (form.choice() == null || form.choice().isBlank()) {
            found.rejectValue("choice", "status.rating.missing");
        }
        Said said = said(form, new Rating(form.code(), form.choice(), form.words()), "rating");
        if (found.hasErrors() || !saying.arrived(said, found, request, response, model, locale)) {
            return rating(model);
        }
        next.addFlashAttribute("thanks", "status.rating.thanks");
        return StatusPages.SHOW;
    }

    @GetMapping("/review")
    String review(HttpServletRequest request, Model model, Locale locale) {
        Followed followed = Followed.in(request);
        if (followed == null) {
            return ASK;
        }
        StatusPage page = tracking.page(tracking.follow(followed.code()), locale);
        if (page.review() == null
                || page.review().offer() == null
                || !page.review().named()) {
            return StatusPages.SHOW;
        }
        model.addAttribute("form", SayForm.empty(followed.code(), page.review().offer()));
        return REVIEW;
    }

    @PostMapping("/review")
    String askForReview(
            @Valid @ModelAttribute("form") SayForm form,
            BindingResult found,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        Said said = said(form, new Review(form.code(), form.choice(), form.words()), "review");
        if (found.hasErrors() || !saying.arrived(said, found, request, response, model, locale)) {
            return REVIEW;
        }
        next.addFlashAttribute("thanks", "status.review.thanks");
        return StatusPages.SHOW;
    }

    @GetMapping("/contest")
    String contest(HttpServletRequest request, Model model) {
        Followed followed = Followed.in(request);
        if (followed == null) {
            return ASK;
        }
        if (tracking.follow(followed.code()).dismissal() == null) {
            return StatusPages.SHOW;
        }
        model.addAttribute("form", SayForm.empty(followed.code(), null));
        return CONTEST;
    }

    @PostMapping("/contest")
    String contested(
            @Valid @ModelAttribute("form") SayForm form,
            BindingResult found,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        if (form.words() != null && form.words().isBlank()) {
            found.rejectValue("words", "status.contest.missing");
        }
        Said said = said(form, new Contestation(form.code(), form.words()), "contest");
        if (found.hasErrors() || !saying.arrived(said, found, request, response, model, locale)) {
            return CONTEST;
        }
        next.addFlashAttribute("thanks", "status.contest.thanks");
        return StatusPages.SHOW;
    }

    private static Said said(SayForm form, Object body, String path) {
        return new Said(String.valueOf(form.code()), form.idempotencyKey(), body, path);
    }
}
