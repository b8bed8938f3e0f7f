package org.lianzhi.portal.cases.step;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.lianzhi.portal.client.Away;
import org.lianzhi.portal.client.ChangedMeanwhile;
import org.lianzhi.portal.client.Refused;
import org.lianzhi.portal.client.TooOften;
import org.springframework.http.HttpStatus;
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

    private final Acting acting;
    private final Forms forms;
    private final Uploads uploads;
    private final StepShowing showing;

    StepPages(Acting acting, Forms forms, Uploads uploads, StepShowing showing) {
        this.acting = acting;
        this.forms = forms;
        this.uploads = uploads;
        this.showing = showing;
    }

    @GetMapping({"/{step}", "/{step}/{subject}", "/{step}/{subject}/{measure}"})
    String ask(@ModelAttribute Acting.Address address, HttpServletRequest request, Model model) {
        return first(acting.named(address.step()), acting.asked(address, request.getUserPrincipal()), model);
    }

    private <F> String first(Step<F> step, Asked asked, Model model) {
        return showing.first(step, asked, step.first(asked), model);
    }

    @PostMapping({"/{step}", "/{step}/{subject}", "/{step}/{subject}/{measure}"})
    String send(
            @ModelAttribute Acting.Address address,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Step<?> step = acting.named(address.step());
        Asked asked = acting.asked(address, request.getUserPrincipal());
        return send(step, asked, new Page(request, response, model));
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
            acting.act(step, asked, whole, sending);
            RequestContextUtils.getOutputFlashMap(page.request()).put("done", "case." + step.name() + ".done");
            return "redirect:/staff/cases/" + asked.view().id();
        } catch (ChangedMeanwhile changed) {
            return showing.conflict(step, acting.reread(asked), whole, sending, page);
        } catch (Refused refused) {
            return showing.refused(step, acting.reread(asked), whole, refused, page);
        } catch (Away away) {
            return showing.later(step, asked, whole, HttpStatus.SERVICE_UNAVAILABLE, sending, page);
        } catch (TooOften often) {
            return showing.later(step, asked, whole, HttpStatus.TOO_MANY_REQUESTS, sending, page);
        }
    }
}
