package org.lianzhi.portal.triage;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.lianzhi.model.Side;
import org.lianzhi.portal.client.Service;
import org.lianzhi.portal.form.Commanding;
import org.lianzhi.portal.form.Keys;
import org.lianzhi.portal.signin.SignedIn;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What crosses the border is written, then read as it will be sent, then sent. The confirm page carries every word with
 * it, so that it can be sent even if the session ended meanwhile; the session only leads back to the form.
 */
@Controller
@RequestMapping("/staff/reports/{id}")
class ReleasePages {

    private static final String REPORT = "/api/v1/reports/{id}";

    private final Service reportIntake;
    private final Reports reports;
    private final Releases releases;
    private final ReleaseReading reading;
    private final Commanding commanding;

    ReleasePages(
            Service reportIntake, Reports reports, Releases releases, ReleaseReading reading, Commanding commanding) {
        this.reportIntake = reportIntake;
        this.reports = reports;
        this.releases = releases;
        this.reading = reading;
        this.commanding = commanding;
    }

    @GetMapping("/release")
    String write(@PathVariable String id, HttpServletRequest request, Model model, Locale locale) {
        ReportView view = reports.look(id);
        if (view.isSealed()) {
            return OpeningPages.before("release");
        }
        model.addAttribute("form", written(request, id).orElseGet(() -> reading.begun(view)));
        return form(view, model, locale);
    }

    @PostMapping("/release")
    String written(
            @PathVariable String id,
            @Valid @ModelAttribute("form") ReleaseForm form,
            BindingResult found,
            Authentication signedIn,
            HttpServletRequest request,
            Model model,
            Locale locale) {
        ReportView view = reports.look(id);
        if (view.isSealed()) {
            return later(id, form, request);
        }
        if (found.hasErrors() || releases.of(view, form, side(signedIn), found).isEmpty()) {
            return form(view, model, locale);
        }
        request.getSession().setAttribute(attribute(id), form);
        return "redirect:/staff/reports/{id}/confirm";
    }

    /** What was written waits in the session for the reason. */
    private static String later(String id, ReleaseForm written, HttpServletRequest request) {
        request.getSession().setAttribute(attribute(id), written);
        return OpeningPages.before("release");
    }

    private String form(ReportView view, Model model, Locale locale) {
        reading.form(view, model, locale);
        return "portal/triage/release";
    }

    @GetMapping("/confirm")
    String read(
            @PathVariable String id, Authentication signedIn, HttpServletRequest request, Model model, Locale locale) {
        Optional<ReleaseForm> written = written(request, id);
        if (written.isEmpty()) {
            return "redirect:/staff/reports/{id}/release";
        }
        ReportView view = reports.look(id);
        Optional<Release> release = release(view, written.get(), signedIn);
        if (release.isEmpty()) {
            return "redirect:/staff/reports/{id}/release";
        }
        model.addAttribute(
                "form",
                new ReleaseConfirmForm(
                        false, release.get().digest(), view.line().version(), Keys.fresh()));
        return confirm(view, written.get(), release.get(), model, locale);
    }

    @PostMapping("/confirm")
    String send(
            @PathVariable String id,
            @Valid @ModelAttribute("form") ReleaseConfirmForm form,
            BindingResult found,
            @ModelAttribute("release") ReleaseForm written,
            Authentication signedIn,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        ReportView view = reports.look(id);
        if (view.isSealed()) {
            return later(id, written, request);
        }
        Optional<Release> release = release(view, written, signedIn);
        if (release.isEmpty() || !release.get().digest().equals(form.digest())) {
            // Nothing else is sent than what was read.
            return "redirect:/staff/reports/{id}/release";
        }
        Runnable send = () -> reportIntake.command(
                Keys.of(form.idempotencyKey()), form.seen(), release.get(), REPORT + "/release", id);
        if (found.hasErrors() || !commanding.done(send, found, response, model, locale)) {
            return confirm(view, written, release.get(), model, locale);
        }
        request.getSession().removeAttribute(attribute(id));
        next.addFlashAttribute("done", "triage.done.released");
        return "redirect:/staff/reports/{id}";
    }

    private String confirm(ReportView view, ReleaseForm written, Release release, Model model, Locale locale) {
        model.addAttribute("release", written);
        model.addAttribute("page", reading.confirm(view, release, locale));
        return "portal/triage/confirm";
    }

    private Optional<Release> release(ReportView view, ReleaseForm written, Authentication signedIn) {
        return releases.of(view, written, side(signedIn), new BeanPropertyBindingResult(written, "form"));
    }

    private static Side side(Authentication signedIn) {
        return new Side(Objects.requireNonNull(
                Objects.requireNonNull(SignedIn.staff(signedIn)).side()));
    }

    private static String attribute(String id) {
        return ReleaseForm.class.getName() + "/" + id;
    }

    private static Optional<ReleaseForm> written(HttpServletRequest request, String id) {
        HttpSession session = request.getSession(false);
        Object written = session == null ? null : session.getAttribute(attribute(id));
        return written instanceof ReleaseForm form ? Optional.of(form) : Optional.empty();
    }
}
