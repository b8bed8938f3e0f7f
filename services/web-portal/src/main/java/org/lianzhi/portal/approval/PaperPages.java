package org.lianzhi.portal.approval;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.lianzhi.portal.cases.Reader;
import org.lianzhi.portal.client.Service;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.PhotoFile;
import org.lianzhi.portal.form.Commanding;
import org.lianzhi.portal.form.Keys;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of papers that were put to the own office, each of them, and the decision about it. */
@Controller
@RequestMapping(PaperPages.PATH)
class PaperPages {

    static final String PATH = "/staff/papers";

    private static final String ONE = "/{id}/{paper}";
    private static final Duration SEEN_LATELY = Duration.ofMinutes(10);

    private final Service jointInvestigation;
    private final AskedPapers papers;
    private final PaperReading reading;
    private final Commanding commanding;

    PaperPages(Service jointInvestigation, AskedPapers papers, PaperReading reading, Commanding commanding) {
        this.jointInvestigation = jointInvestigation;
        this.papers = papers;
        this.reading = reading;
        this.commanding = commanding;
    }

    @GetMapping
    String all(
            @RequestParam(defaultValue = "open") String view, @RequestParam(defaultValue = "1") int page, Model model) {
        String known = PaperReading.known(view);
        model.addAttribute(
                "page", reading.all(papers.list(known, Math.max(0, page - 1), PaperReading.PER_PAGE), known, page));
        return "portal/approval/all";
    }

    @GetMapping(ONE)
    String one(@PathVariable String id, @PathVariable String paper, Authentication signedIn, Model model) {
        model.addAttribute("page", reading.one(papers.one(id, paper), Reader.of(signedIn)));
        return "portal/approval/paper";
    }

    @GetMapping(ONE + "/pages/{photo}")
    ResponseEntity<byte[]> page(@PathVariable String id, @PathVariable String paper, @PathVariable String photo) {
        return PhotoFile.begin()
                .cacheControl(CacheControl.maxAge(SEEN_LATELY).cachePrivate())
                .body(papers.page(id, paper, photo).getBody());
    }

    @GetMapping(ONE + "/decision")
    String decide(@PathVariable String id, @PathVariable String paper, Authentication signedIn, Model model) {
        AskedPapers.Paper asked = papers.one(id, paper);
        model.addAttribute("form", new DecideForm(null, null, asked.next(), asked.at(), Keys.fresh()));
        return form(asked, signedIn, model);
    }

    @PostMapping(ONE + "/decision")
    String decided(
            @PathVariable String id,
            @PathVariable String paper,
            @Valid @ModelAttribute("form") DecideForm form,
            BindingResult found,
            Authentication signedIn,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        if (found.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(papers.one(id, paper), signedIn, model);
        }
        Runnable command = () -> send(form, id, paper);
        if (!commanding.done(command, found, response, model, locale)) {
            return form(papers.one(id, paper), signedIn, model);
        }
        next.addFlashAttribute("done", form.isYes() ? "asked.decide.done" : "asked.decide.back");
        return "redirect:" + PATH + ONE;
    }

    private void send(DecideForm form, String id, String paper) {
        String step = Objects.requireNonNullElse(form.part(), "");
        String preparedAt = Objects.toString(form.preparedAt(), "");
        Map<String, String> body = form.isYes()
                ? Map.of("step", step, "preparedAt", preparedAt)
                : Map.of("step", step, "preparedAt", preparedAt, "reasons", form.why());
        jointInvestigation.command(
                Keys.of(form.idempotencyKey()),
                null,
                body,
                AskedPapers.ONE + (form.isYes() ? "/steps" : "/sending-back"),
                id,
                paper);
    }

    /** What somebody typed is shown again even where the paper was decided meanwhile: the refusal says so. */
    private String form(AskedPapers.Paper asked, Authentication signedIn, Model model) {
        PaperPage page = reading.one(asked, Reader.of(signedIn));
        if (page.decide() == null && !model.containsAttribute(BindingResult.MODEL_KEY_PREFIX + "form")) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("page", page);
        model.addAttribute("answers", Choice.of("yes", "no"));
        return "portal/approval/decide";
    }
}
