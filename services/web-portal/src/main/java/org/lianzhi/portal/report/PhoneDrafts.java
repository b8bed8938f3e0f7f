package org.lianzhi.portal.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.client.Away;
import org.lianzhi.portal.client.Refused;
import org.lianzhi.portal.client.TooOften;
import org.lianzhi.portal.form.Told;
import org.lianzhi.portal.shell.PortalProperties;
import org.lianzhi.portal.territory.Offices;
import org.lianzhi.portal.upload.Piecewise;
import org.lianzhi.portal.upload.SentPhoto;
import org.lianzhi.portal.upload.SinglePhoto;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * Reports that are written without a connection. The page holds nothing of anybody and is kept by the browser; the drafts
 * lie on the phone; what is pressed to be sent comes here as a whole, under the key that the draft was made with.
 */
@Controller
@RequestMapping("/report/phone")
class PhoneDrafts {

    private final Filing filing;
    private final Checking checking;
    private final SinglePhoto photos;
    private final Offices offices;
    private final PortalProperties settings;
    private final Judging judging;
    private final MessageSource messages;

    PhoneDrafts(
            Filing filing,
            Checking checking,
            SinglePhoto photos,
            Offices offices,
            PortalProperties settings,
            Judging judging,
            MessageSource messages) {
        this.filing = filing;
        this.checking = checking;
        this.photos = photos;
        this.offices = offices;
        this.settings = settings;
        this.judging = judging;
        this.messages = messages;
    }

    /** What a form must carry to be taken. A page that was kept is older than any token. */
    record Token(String header, String value) {}

    record Done(String href) {}

    /**
     * Not now.
     *
     * @param seconds after which it is worth sending again
     * @param work that lets in at once; null where nothing does
     */
    record Later(long seconds, TooOften.@Nullable Work work) {}

    @GetMapping
    String page(Model model, Locale locale) {
        model.addAttribute("form", PhoneForm.empty());
        for (Question question : Question.values()) {
            Choices.of(question, model);
        }
        model.addAttribute("counties", offices.counties(locale));
        model.addAttribute("hotlines", settings.hotlines());
        return "portal/report/phone";
    }

    @GetMapping("/token")
    @ResponseBody
    Token token(CsrfToken token) {
        return new Token(token.getHeaderName(), token.getToken());
    }

    @PostMapping("/photos")
    @ResponseBody
    ResponseEntity<Object> photo(
            @RequestParam String upload, Piecewise photo, HttpServletResponse response, Locale locale) {
        return photos.finish(upload, photo, 0, response, locale, arrived -> {});
    }

    @PostMapping("/send")
    @ResponseBody
    ResponseEntity<Object> send(
            @ModelAttribute("form") PhoneForm form,
            BindingResult found,
            @RequestParam UUID draft,
            @RequestParam(required = false) @Nullable UUID key,
            @RequestParam(required = false) @Nullable List<String> photo,
            @RequestParam(required = false) @Nullable String work,
            HttpServletRequest request,
            Locale locale) {
        judging.judge(form, "", found);
        if (found.hasErrors()) {
            return refused(Told.of(found, "", messages, locale));
        }
        Draft whole = form.draft(draft.toString());
        for (String sent : photo == null ? List.<String>of() : photo) {
            whole = whole.with(new SentPhoto(sent, ""));
        }
        try {
            Drafts.filed(
                    request,
                    filing.file(whole, Objects.requireNonNullElse(key, draft).toString(), work, locale));
            return ResponseEntity.ok(new Done("/report/done"));
        } catch (Refused refused) {
            return refused(checking.problems(refused, locale).stream()
                    .map(problem -> new Told(problem.href(), problem.words()))
                    .toList());
        } catch (Away away) {
            return later(HttpStatus.SERVICE_UNAVAILABLE, away.after(), null);
        } catch (TooOften tooOften) {
            return later(HttpStatus.TOO_MANY_REQUESTS, tooOften.after(), tooOften.work());
        }
    }

    private static ResponseEntity<Object> later(HttpStatus status, Duration after, TooOften.@Nullable Work work) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(after.toSeconds()))
                .body(new Later(after.toSeconds(), work));
    }

    private static ResponseEntity<Object> refused(List<Told> problems) {
        return ResponseEntity.unprocessableContent().body(new Told.Problems(problems));
    }
}
