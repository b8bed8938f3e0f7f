package org.lianzhi.portal.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.client.Away;
import org.lianzhi.portal.client.NotThere;
import org.lianzhi.portal.client.Refused;
import org.lianzhi.portal.client.TooOften;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.shell.Language;
import org.lianzhi.portal.shell.PortalProperties;
import org.lianzhi.portal.territory.Offices;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Not twice: what is being dealt with in the county is shown before the rest is asked. Nothing stops who goes on. */
@Controller
@RequestMapping(NearMatters.PATH)
class NearMatters {

    static final String PATH = "/report/near";

    private final Filing filing;
    private final Offices offices;
    private final MessageSource messages;
    private final PortalProperties settings;

    NearMatters(Filing filing, Offices offices, MessageSource messages, PortalProperties settings) {
        this.filing = filing;
        this.offices = offices;
        this.messages = messages;
        this.settings = settings;
    }

    /**
     * Matters that look alike.
     *
     * @param month such as {@code 2026-07}
     * @param matter by which it can be followed; null where several look alike
     */
    record Alike(
            String category,
            String county,
            YearMonth month,
            int count,
            @Nullable String matter) {}

    @GetMapping
    String look(HttpServletRequest request, Model model, Locale locale) {
        Draft draft = Drafts.of(request);
        var earlier = draft.missingBefore(next(draft));
        if (earlier.isPresent()) {
            return "redirect:" + earlier.get().href();
        }
        List<Alike> near = near(draft);
        if (near.isEmpty()) {
            return on(draft);
        }
        model.addAttribute("form", new NearForm(null, null));
        return page(near, draft, model, locale);
    }

    /** Whether it comes behind the answer to this question. */
    static boolean isAfter(Question question, Draft draft) {
        return question.isPlace() && question.next() == next(draft);
    }

    /** Asked as soon as a place is known: after the first of the three where that says where, else after the last. */
    private static Question next(Draft draft) {
        PlaceForm water = draft.places().water();
        return water != null && water.saysWhere() ? Question.OUTLET : Question.WHEN;
    }

    private static String on(Draft draft) {
        return "redirect:" + next(draft).href();
    }

    /** It is a help, and no condition: where it cannot be had, the report goes on. */
    private List<Alike> near(Draft draft) {
        try {
            return filing.near(draft);
        } catch (Away | NotThere | Refused | TooOften nothing) {
            return List.of();
        }
    }

    @PostMapping
    String answer(
            @Valid @ModelAttribute("form") NearForm form,
            BindingResult found,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        Draft draft = Drafts.of(request);
        if (NearForm.NONE.equals(form.matter())) {
            return on(draft);
        }
        if (draft.missingBefore(next(draft)).isPresent()) {
            return "redirect:/report/category?lost";
        }
        if (form.matter() != null && !found.hasErrors()) {
            String work = form.work() == null || form.work().isBlank() ? null : form.work();
            try {
                Drafts.filed(request, filing.follow(draft, form.matter(), work));
                return "redirect:/report/done";
            } catch (Refused | NotThere gone) {
                found.rejectValue("matter", "report.matter.gone");
            } catch (Away away) {
                Later.of(away, response, model);
            } catch (TooOften tooOften) {
                Later.of(tooOften, work, response, model);
            }
        }
        boolean again = model.containsAttribute("trouble");
        return again
                ? again(String.valueOf(form.matter()), draft, model, locale)
                : page(near(draft), draft, model, locale);
    }

    private String page(List<Alike> near, Draft draft, Model model, Locale locale) {
        List<Choice> choices = new ArrayList<>();
        List<String> several = new ArrayList<>();
        for (Alike alike : near) {
            if (alike.matter() == null) {
                several.add(words(alike, locale));
            } else {
                choices.add(Choice.named(alike.matter(), words(alike, locale)));
            }
        }
        return page(choices, several, draft, model);
    }

    /** What was chosen stays chosen: each look gives a matter another word. */
    private String again(String chosen, Draft draft, Model model, Locale locale) {
        String words = Objects.requireNonNullElse(messages.getMessage("report.matter.chosen", null, locale), "");
        return page(new ArrayList<>(List.of(Choice.named(chosen, words))), List.of(), draft, model);
    }

    private String page(List<Choice> choices, List<String> several, Draft draft, Model model) {
        choices.add(new Choice(NearForm.NONE, null, null));
        model.addAttribute("matters", choices);
        model.addAttribute("several", several);
        model.addAttribute("hotlines", settings.hotlines());
        model.addAttribute("onward", next(draft).href());
        return "portal/report/near";
    }

    private String words(Alike alike, Locale locale) {
        String month = Language.of(locale) == Language.ENGLISH
                ? alike.month().getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " "
                        + alike.month().getYear()
                : alike.month().getYear() + "年" + alike.month().getMonthValue() + "月";
        Object[] places = {
            messages.getMessage("report.category." + alike.category(), null, alike.category(), locale),
            offices.county(alike.county(), locale),
            month,
            alike.count()
        };
        String key = alike.count() == 1 ? "report.matter.one" : "report.matter.several";
        return Objects.requireNonNullElse(messages.getMessage(key, places, "", locale), "");
    }
}
