package org.lianzhi.portal.cases.step;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.cases.CaseView;
import org.lianzhi.portal.cases.Reader;
import org.lianzhi.portal.client.Away;
import org.lianzhi.portal.client.ChangedMeanwhile;
import org.lianzhi.portal.client.Refused;
import org.lianzhi.portal.client.Service;
import org.lianzhi.portal.client.TooOften;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Every step of a case: shows its form, sends it, and keeps what was typed whatever goes wrong. */
@Controller
@RequestMapping("/staff/cases/{id}")
class StepPages {

    /** Where a step is: of the case, perhaps of one of its matters. */
    record Address(
            String id,
            String step,
            @Nullable String subject,
            @Nullable String measure) {}

    private final Map<String, Step<?>> steps;
    private final Service jointInvestigation;
    private final Forms forms;
    private final Uploads uploads;
    private final StepShowing showing;

    StepPages(List<Step<?>> steps, Service jointInvestigation, Forms forms, Uploads uploads, StepShowing showing) {
        this.steps = steps.stream().collect(Collectors.toMap(Step::name, Function.identity()));
        this.jointInvestigation = jointInvestigation;
        this.forms = forms;
        this.uploads = uploads;
        this.showing = showing;
    }

    @GetMapping({"/{step}", "/{step}/{subject}", "/{step}/{subject}/{measure}"})
    String ask(@ModelAttribute Address address, HttpServletRequest request, Model model) {
        return first(named(address.step()), asked(address, request), model);
    }

    private <F> String first(Step<F> step, Asked asked, Model model) {
        return showing.first(step, asked, step.first(asked), model);
    }

    @PostMapping({"/{step}", "/{step}/{subject}", "/{step}/{subject}/{measure}"})
    String send(
            @ModelAttribute Address address, HttpServletRequest request, HttpServletResponse response, Model model) {
        Step<?> step = named(address.step());
        Page page = new Page(request, response, model);
        try {
            return send(step, asked(address, request), page);
        } catch (Away away) {
            return showing.nothing(page);
        }
    }

    private <F> String send(Step<F> step, Asked asked, Page page) {
        BindingResult read = forms.read(step.form(), page.request());
        if (read.getTarget() == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        F form = step.form().cast(read.getTarget());
        Sending sending = Sending.of(page.request());
        if (read.hasErrors() || page.request().getParameter("change") != null) {
            return showing.wrong(step, asked, read, sending, page);
        }
        if (step.isToBeChecked(form)) {
            return showing.check(step, asked, read, sending, step.check(form, asked), page);
        }
        return command(step, asked, form, sending, page);
    }

    private <F> String command(Step<F> step, Asked asked, F form, Sending sending, Page page) {
        F whole = form;
        try {
            whole = uploads.ahead(form, sending.once());
            Command command = step.command(whole, asked);
            jointInvestigation.command(
                    sending.once(),
                    sending.seen(),
                    command.body(),
                    command.wholePath(),
                    command.allVariables(asked.view().id()));
            RequestContextUtils.getOutputFlashMap(page.request()).put("done", "case." + step.name() + ".done");
            return "redirect:/staff/cases/" + asked.view().id();
        } catch (ChangedMeanwhile changed) {
            return showing.conflict(step, reread(asked), whole, sending, page);
        } catch (Refused refused) {
            return showing.refused(step, reread(asked), whole, refused, page);
        } catch (Away away) {
            return showing.later(step, asked, whole, HttpStatus.SERVICE_UNAVAILABLE, sending, page);
        } catch (TooOften often) {
            return showing.later(step, asked, whole, HttpStatus.TOO_MANY_REQUESTS, sending, page);
        }
    }

    private Asked reread(Asked asked) {
        try {
            return new Asked(view(asked.view().id()), asked.reader(), asked.ref(), asked.part());
        } catch (Away away) {
            return asked;
        }
    }

    private Step<?> named(String step) {
        Step<?> named = steps.get(step);
        if (named == null) {
            throw Asked.nothingThere();
        }
        return named;
    }

    private Asked asked(Address address, HttpServletRequest request) {
        Reader reader = Reader.of((Authentication) request.getUserPrincipal());
        return new Asked(view(address.id()), reader, orNone(address.subject()), orNone(address.measure()));
    }

    private static String orNone(@Nullable String part) {
        return Objects.requireNonNullElse(part, "");
    }

    private CaseView view(String id) {
        return jointInvestigation.get(CaseView.class, "/api/v1/cases/{id}", id);
    }
}
