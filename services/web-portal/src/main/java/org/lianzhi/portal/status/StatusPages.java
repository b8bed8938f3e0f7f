package org.lianzhi.portal.status;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.UUID;
import org.lianzhi.portal.client.Away;
import org.lianzhi.portal.client.NotThere;
import org.lianzhi.portal.client.Refused;
import org.lianzhi.portal.client.TooOften;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.form.Keys;
import org.lianzhi.portal.report.Drafts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The code is sent in a form and never stands in an address, which would be logged. */
@Controller
@RequestMapping("/status")
class StatusPages {

    private static final String ASK = "portal/status/ask";
    static final String SHOW = "redirect:/status/report";

    private final Tracking tracking;

    StatusPages(Tracking tracking) {
        this.tracking = tracking;
    }

    @GetMapping
    String ask(Model model) {
        model.addAttribute("form", CodeForm.empty());
        return ASK;
    }

    @PostMapping
    String look(
            @Valid @ModelAttribute("form") CodeForm form,
            BindingResult found,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (form.code() == null || found.hasErrors()) {
            return ASK;
        }
        try {
            tracking.open(form.code()).keep(request);
            return SHOW;
        } catch (NotThere unknown) {
            found.rejectValue("code", "status.code.unknown");
        } catch (Refused malformed) {
            found.rejectValue("code", "status.code.malformed");
        } catch (TooOften tooOften) {
            tooOften.tell(response);
            found.rejectValue("code", "status.code.toooften");
        } catch (Away away) {
            away.tell(response);
            found.rejectValue("code", "status.away");
        }
        return ASK;
    }

    /**
     * Where a QR code leads. What it carries stands behind the # of the address: the page's script takes it from there
     * into the form, so it is in no address that is logged or passed on.
     */
    @GetMapping("/open")
    String open() {
        return "portal/status/open";
    }

    /** Somebody else may use the same device. A citizen's session holds nothing else; who is signed in stays so. */
    @PostMapping("/forget")
    String forget(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null && request.getUserPrincipal() == null) {
            session.invalidate();
        } else if (session != null) {
            Followed.forget(session);
            Drafts.forget(session);
        }
        return "redirect:/status";
    }

    @GetMapping("/report")
    String show(HttpServletRequest request, Model model, Locale locale) {
        Followed followed = Followed.in(request);
        if (followed == null) {
            return "redirect:/status";
        }
        TrackingView view = tracking.follow(followed.code());
        Followed.of(followed.code(), view).keep(request);
        model.addAttribute("page", tracking.page(view, locale));
        model.addAttribute(
                "form",
                new FixedForm(followed.code(), null, null, UUID.randomUUID().toString()));
        model.addAttribute("fixedChoices", Choice.of("yes", "no"));
        return "portal/status/show";
    }

    /** The code comes with the form: the answer does not depend on a session that may be over. */
    @PostMapping("/fixed")
    String fixed(
            @Valid @ModelAttribute("form") FixedForm form,
            BindingResult found,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        model.addAttribute("fixedChoices", Choice.of("yes", "no"));
        if (found.hasErrors()) {
            return "portal/status/fixed";
        }
        try {
            tracking.answer(form);
            tracking.open(form.code()).keep(request);
            next.addFlashAttribute("thanks", "status.fixed.thanks");
            return SHOW;
        } catch (NotThere unknown) {
            found.reject("status.code.unknown");
        } catch (Refused refused) {
            found.reject("status.fixed.refused");
            Keys.renew(model);
        } catch (TooOften tooOften) {
            tooOften.tell(response);
            found.reject("status.code.toooften");
        } catch (Away away) {
            away.tell(response);
            found.reject("form.unavailable");
        }
        return "portal/status/fixed";
    }
}
