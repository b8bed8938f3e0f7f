package org.lianzhi.portal.cases.step;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.lianzhi.portal.client.ChangedMeanwhile;
import org.lianzhi.portal.client.Receipt;
import org.lianzhi.portal.client.Refused;
import org.lianzhi.portal.form.Told;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

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
    private final Meanwhile meanwhile;
    private final FieldAnswers answers;
    private final MessageSource messages;

    FieldEntries(Acting acting, Forms forms, Meanwhile meanwhile, FieldAnswers answers, MessageSource messages) {
        this.acting = acting;
        this.forms = forms;
        this.meanwhile = meanwhile;
        this.answers = answers;
        this.messages = messages;
    }

    /**
     * It is in the record.
     *
     * @param id of what was made or written about
     * @param version of the own record now
     */
    record Filed(String id, long version) {}

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
        return answers.asThemselves(mark, who, () -> file(step, acting.asked(address, who), request, locale));
    }

    private <F> ResponseEntity<Object> file(Step<F> step, Asked asked, HttpServletRequest request, Locale locale) {
        BindingResult read = forms.read(step.form(), request);
        if (read.getTarget() == null || read.hasErrors()) {
            List<Told> problems = Told.of(read, "", messages, locale);
            return ResponseEntity.unprocessableContent().body(new FieldAnswers.NotFiled("wrong", problems, null));
        }
        F form = step.form().cast(read.getTarget());
        Sending sending = Sending.of(request);
        try {
            Receipt receipt = acting.act(step, asked, form, sending);
            return ResponseEntity.ok(new Filed(receipt.id(), receipt.version()));
        } catch (ChangedMeanwhile changed) {
            Asked now = acting.reread(asked);
            return answers.movedOn(Meanwhile.outcome(step, now, false), meanwhile.of(step, form, now, sending));
        } catch (Refused refused) {
            Asked now = acting.reread(asked);
            Meanwhile.Now there = meanwhile.of(step, form, now, sending);
            return MOVED_ON.contains(refused.code())
                    ? answers.movedOn(
                            Meanwhile.outcome(step, now, refused.code().equals(CLOSED)), there)
                    : answers.refused(refused, there);
        }
    }
}
