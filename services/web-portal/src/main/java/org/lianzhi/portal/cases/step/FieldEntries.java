package org.lianzhi.portal.cases.step;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.client.Away;
import org.lianzhi.portal.client.ChangedMeanwhile;
import org.lianzhi.portal.client.Receipt;
import org.lianzhi.portal.client.Refused;
import org.lianzhi.portal.client.TooOften;
import org.lianzhi.portal.form.Told;
import org.lianzhi.portal.signin.SignedIn;
import org.lianzhi.portal.words.Words;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * What was written in the field arrives, each entry under the key that it was written with. Where the record has moved on,
 * the answer says what is in it now.
 */
@RestController
@RequestMapping("/staff/field")
class FieldEntries {

    /** Beside the steps that have a form on the phone. */
    private static final Set<String> OTHERS = Set.of("propose-inspection", "comment");

    private static final String CLOSED = "case.closed";

    /** Rules that say no more than that others were faster. */
    private static final Set<String> MOVED_ON = Set.of("case.inspection.recorded", CLOSED, "case.digest-differs");

    private final Acting acting;
    private final Forms forms;
    private final Uploads uploads;
    private final Meanwhile meanwhile;
    private final Words words;
    private final MessageSource messages;

    FieldEntries(
            Acting acting, Forms forms, Uploads uploads, Meanwhile meanwhile, Words words, MessageSource messages) {
        this.acting = acting;
        this.forms = forms;
        this.uploads = uploads;
        this.meanwhile = meanwhile;
        this.words = words;
        this.messages = messages;
    }

    /**
     * It is in the record.
     *
     * @param id of what was made or written about
     * @param version of the own record now
     */
    record Filed(String id, long version) {}

    record Arrived(String id) {}

    /**
     * It is not.
     *
     * @param outcome {@code wrong} (something is missing), {@code refused}, {@code later}, or what has happened meanwhile:
     *     {@code closed}, {@code taken} (the same visit is recorded) or {@code conflict} (something else)
     * @param now what is in the record; null where that is beside the point
     */
    record NotFiled(String outcome, List<Told> problems, Meanwhile.@Nullable Now now) {}

    @PostMapping("/photos")
    ResponseEntity<Object> photo(
            @RequestParam String mark, @RequestParam UUID key, @RequestParam MultipartFile photo, Authentication who) {
        return asThemselves(mark, who, () -> {
            try {
                return ResponseEntity.ok(new Arrived(uploads.id(photo, key.toString())));
            } catch (Refused refused) {
                return notFiled(HttpStatus.UNPROCESSABLE_CONTENT, "refused", said(refused), null);
            }
        });
    }

    @PostMapping({"/cases/{id}/{step}", "/cases/{id}/{step}/{subject}"})
    ResponseEntity<Object> entry(
            @ModelAttribute Acting.Address address,
            @RequestParam String mark,
            Authentication who,
            HttpServletRequest request,
            Locale locale) {
        Step<?> step = acting.named(address.step());
        if (!(step instanceof FieldStep<?>) && !OTHERS.contains(step.name())) {
            throw Asked.nothingThere();
        }
        return asThemselves(mark, who, () -> file(step, acting.asked(address, who), request, locale));
    }

    private <F> ResponseEntity<Object> file(Step<F> step, Asked asked, HttpServletRequest request, Locale locale) {
        BindingResult read = forms.read(step.form(), request);
        if (read.getTarget() == null || read.hasErrors()) {
            List<Told> problems = Told.of(read, "", messages, locale);
            return ResponseEntity.unprocessableContent().body(new NotFiled("wrong", problems, null));
        }
        F form = step.form().cast(read.getTarget());
        Sending sending = Sending.of(request);
        try {
            Receipt receipt = acting.act(step, asked, form, sending);
            return ResponseEntity.ok(new Filed(receipt.id(), receipt.version()));
        } catch (ChangedMeanwhile changed) {
            Asked now = acting.reread(asked);
            return movedOn(Meanwhile.outcome(step, now, false), meanwhile.of(step, form, now, sending));
        } catch (Refused refused) {
            Asked now = acting.reread(asked);
            Meanwhile.Now there = meanwhile.of(step, form, now, sending);
            return MOVED_ON.contains(refused.code())
                    ? movedOn(Meanwhile.outcome(step, now, refused.code().equals(CLOSED)), there)
                    : notFiled(HttpStatus.UNPROCESSABLE_CONTENT, "refused", said(refused), there);
        }
    }

    /** Somebody else may have signed in on the same phone between writing and sending. */
    private ResponseEntity<Object> asThemselves(String mark, Authentication who, Supplier<ResponseEntity<Object>> act) {
        if (!mark.equals(SignedIn.mark(who))) {
            return notFiled(HttpStatus.FORBIDDEN, "refused", words.say("field.another"), null);
        }
        try {
            return act.get();
        } catch (Away away) {
            return notFiled(HttpStatus.SERVICE_UNAVAILABLE, "later", words.say("field.busy"), null);
        } catch (TooOften often) {
            return notFiled(HttpStatus.TOO_MANY_REQUESTS, "later", words.say("field.busy"), null);
        }
    }

    private static ResponseEntity<Object> notFiled(
            HttpStatus status, String outcome, String why, Meanwhile.@Nullable Now now) {
        return ResponseEntity.status(status).body(new NotFiled(outcome, List.of(new Told(null, why)), now));
    }

    private String said(Refused refused) {
        return words.sayOr(
                "rule." + refused.code(),
                words.say("rule.unknown", refused.code()),
                refused.arguments().toArray());
    }

    private ResponseEntity<Object> movedOn(String outcome, Meanwhile.Now now) {
        List<Told> problems = Stream.of("field.outcome." + outcome, now.anew().isEmpty() ? "" : "field.anew")
                .filter(key -> !key.isEmpty())
                .map(key -> new Told(null, words.say(key)))
                .toList();
        return ResponseEntity.status(HttpStatus.CONFLICT).body(new NotFiled(outcome, problems, now));
    }
}
