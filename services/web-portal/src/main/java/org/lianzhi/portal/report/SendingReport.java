package org.lianzhi.portal.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lianzhi.model.MatterNumber;
import org.lianzhi.portal.client.Away;
import org.lianzhi.portal.client.Refused;
import org.lianzhi.portal.client.TooOften;
import org.lianzhi.portal.shell.PortalProperties;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Everything on one page, then once to report-intake. Whatever goes wrong, nothing of it is lost. */
@Controller
@RequestMapping("/report")
class SendingReport {

    private final Filing filing;
    private final Checking checking;
    private final PortalProperties settings;

    SendingReport(Filing filing, Checking checking, PortalProperties settings) {
        this.filing = filing;
        this.checking = checking;
        this.settings = settings;
    }

    @GetMapping("/check")
    String check(HttpServletRequest request, Model model, Locale locale) {
        Draft draft = Drafts.of(request);
        Optional<Question> missing = draft.missingBefore(Question.CHECK);
        if (missing.isPresent()) {
            return "redirect:" + missing.get().href();
        }
        Draft looked = draft.looked();
        Drafts.keep(request, looked);
        return page(looked, List.of(), model, locale);
    }

    @PostMapping("/check")
    String send(
            @ModelAttribute("form") CheckForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        Filed filed = Drafts.filed(request);
        if (filed != null && filed.draft().equals(form.idempotencyKey())) {
            return "redirect:/report/done";
        }
        Draft draft = Drafts.of(request);
        if (draft.missingBefore(Question.CHECK).isPresent()) {
            return "redirect:/report/category?lost";
        }
        String work = form.work() == null || form.work().isBlank() ? null : form.work();
        try {
            Drafts.filed(request, filing.file(draft, work, locale));
            return "redirect:/report/done";
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(draft, checking.problems(refused, locale), model, locale);
        } catch (Away away) {
            Later.of(away, response, model);
        } catch (TooOften tooOften) {
            Later.of(tooOften, work, response, model);
        }
        return page(draft, List.of(), model, locale);
    }

    private String page(Draft draft, List<Checking.Told> problems, Model model, Locale locale) {
        model.addAttribute("form", new CheckForm(draft.id(), null));
        model.addAttribute("page", checking.page(draft, locale));
        model.addAttribute("problems", problems);
        model.addAttribute("hotlines", settings.hotlines());
        return "portal/report/check";
    }

    /** Can be loaded again as long as the session lasts: somebody may not have written the code down yet. */
    @GetMapping("/done")
    String done(HttpServletRequest request, Model model, Locale locale) {
        Filed filed = Drafts.filed(request);
        if (filed == null) {
            return "redirect:/status";
        }
        Filed.Answer answer = filed.answer();
        model.addAttribute(
                "page",
                new DonePage(
                        answer.code(),
                        answer.secret() == null ? null : QrCode.of(opening(answer.secret())),
                        MatterNumber.ofReport(answer.number(), settings.zone()),
                        answer.office().in(locale),
                        answer.triageBy(),
                        filed.contactGiven(),
                        filed.follows(),
                        filed.draft()));
        return "portal/report/done";
    }

    /** The secret stands behind the #: a browser sends that part to nobody, and no server can log it. */
    private static String opening(String secret) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/status/open")
                .fragment(secret)
                .toUriString();
    }
}
