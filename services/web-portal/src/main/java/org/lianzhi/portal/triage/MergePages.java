package org.lianzhi.portal.triage;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.lianzhi.portal.client.Service;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.form.Keys;
import org.lianzhi.portal.triage.Sending.Decision;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A report goes on in another one. Which ones are alike is proposed with the reasons; a person says whether they are. */
@Controller
@RequestMapping("/staff/reports/{id}/merge")
class MergePages {

    private static final String REPORT = "/api/v1/reports/{id}";

    private final Service reportIntake;
    private final Reports reports;
    private final Sending sending;
    private final Words words;

    MergePages(Service reportIntake, Reports reports, Sending sending, Words words) {
        this.reportIntake = reportIntake;
        this.reports = reports;
        this.sending = sending;
        this.words = words;
    }

    @GetMapping
    String ask(@PathVariable String id, Model model) {
        ReportView view = reports.record(id);
        model.addAttribute(
                "form", new MergeForm(null, null, null, null, view.line().version(), Keys.fresh()));
        model.addAttribute("others", !view.allMergedHere().isEmpty());
        return page(id, model);
    }

    @PostMapping
    String merge(
            @PathVariable String id,
            @Valid @ModelAttribute("form") MergeForm form,
            BindingResult found,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        if (MergeForm.OTHER.equals(form.into())
                && (form.number() == null || form.number().isBlank())) {
            found.rejectValue("number", "merge.number.missing");
        }
        boolean othersCome = Boolean.TRUE.equals(form.othersCome());
        Map<String, Object> body =
                Map.of("into", form.target(), "reason", String.valueOf(form.reason()), "othersCome", othersCome);
        String sent = sending.sent(
                new Decision(id, "merge", body, form.seen(), form.idempotencyKey(), "merge.done"),
                found,
                response,
                model,
                locale,
                next);
        // Asked once, it stays on the page, whatever else is wrong.
        model.addAttribute("others", form.othersCome() != null || found.hasFieldErrors("othersCome"));
        return sent == null ? page(id, model) : sent;
    }

    private String page(String id, Model model) {
        List<Choice> choices = new ArrayList<>();
        Arrays.stream(reportIntake.get(SimilarReport[].class, REPORT + "/similar", id))
                .map(this::choice)
                .forEach(choices::add);
        choices.add(new Choice(MergeForm.OTHER, null, null));
        model.addAttribute("href", Reports.href(id));
        model.addAttribute("proposed", choices);
        model.addAttribute("reasons", Choice.of("same-event", "same-source"));
        return "portal/triage/merge";
    }

    private Choice choice(SimilarReport similar) {
        String alike = similar.reasons().stream()
                .map(reason -> words.say("merge.alike." + reason))
                .collect(Collectors.joining(words.say("merge.and")));
        return new Choice(
                similar.id(),
                words.say(
                        "merge.choice",
                        words.reportNumber(similar.id()),
                        words.sayOr("report.category." + similar.category(), similar.category()),
                        words.sayOr("state.report." + similar.state(), similar.state())),
                words.say("merge.alike", alike, words.moment(similar.filedAt())));
    }
}
