package org.lianzhi.portal.cases.step;

import java.util.List;
import java.util.Map;
import org.lianzhi.portal.cases.CaseReading;
import org.lianzhi.portal.client.Refused;
import org.lianzhi.portal.component.Entry;
import org.lianzhi.portal.supervision.Changes;
import org.lianzhi.portal.words.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;

/** The page of a step: as first seen, or again with what was typed and why it was not taken. */
@Component
class StepShowing {

    private final CaseReading reading;
    private final Changes changes;
    private final Words words;

    StepShowing(CaseReading reading, Changes changes, Words words) {
        this.reading = reading;
        this.changes = changes;
        this.words = words;
    }

    <F> String first(Step<F> step, Asked asked, F form, Model model) {
        return show(step, asked, none(form), Sending.first(asked), model);
    }

    <F> String wrong(Step<F> step, Asked asked, BindingResult read, Sending sending, Page page) {
        return show(
                step,
                asked,
                read,
                sending,
                page.with(HttpStatus.UNPROCESSABLE_CONTENT).model());
    }

    /** The form is whole; it is shown back in full before it is sent. */
    String check(
            Step<?> step, Asked asked, BindingResult read, Sending sending, Map<String, Object> shownBack, Page page) {
        show(step, asked, read, sending, page.model());
        page.model().addAllAttributes(shownBack);
        page.model().addAttribute("step", frame("check-results", step, asked, sending));
        return "portal/cases/results-check";
    }

    /** A colleague was faster. What happened is shown; the same text can be sent for the record as it is now. */
    <F> String conflict(Step<F> step, Asked now, F form, Sending before, Page page) {
        List<Entry> since = before.seen() == null
                ? List.of()
                : changes.since(now.view().id(), now.reader().side(), before.seen());
        page.model().addAttribute("changes", since);
        BindingResult again = none(step.again(form, now));
        again.reject("form.conflict");
        return show(
                step,
                now,
                again,
                Sending.first(now),
                page.with(HttpStatus.CONFLICT).model());
    }

    <F> String refused(Step<F> step, Asked now, F form, Refused refused, Page page) {
        BindingResult again = none(step.again(form, now));
        again.reject(
                "rule." + refused.code(), refused.arguments().toArray(), words.say("rule.unknown", refused.code()));
        return show(
                step,
                now,
                again,
                Sending.first(now),
                page.with(HttpStatus.UNPROCESSABLE_CONTENT).model());
    }

    /** Whether it was done is not known: the key stays, so that sending again does it once. */
    <F> String later(Step<F> step, Asked asked, F form, HttpStatus status, Sending sending, Page page) {
        BindingResult again = none(form);
        again.reject(status == HttpStatus.TOO_MANY_REQUESTS ? "form.tooOften" : "form.unavailable");
        return show(step, asked, again, sending, page.with(status).model());
    }

    private <F> String show(Step<F> step, Asked asked, BindingResult read, Sending sending, Model model) {
        model.addAllAttributes(step.choices(asked));
        model.addAllAttributes(read.getModel());
        model.addAttribute("step", frame(step.name(), step, asked, sending));
        return "portal/cases/" + step.template();
    }

    private StepPage frame(String name, Step<?> step, Asked asked, Sending sending) {
        String action = String.join(
                "/",
                asked.ref().isEmpty()
                        ? List.of(step.name())
                        : asked.part().isEmpty()
                                ? List.of(step.name(), asked.ref())
                                : List.of(step.name(), asked.ref(), asked.part()));
        var head = reading.head(asked.view());
        return new StepPage(
                "case." + name,
                head,
                head.href() + "/" + action,
                sending.once(),
                sending.seen() == null ? "" : String.valueOf(sending.seen()),
                step.context(asked),
                Pictured.class.isAssignableFrom(step.form()));
    }

    private static BindingResult none(Object form) {
        return new BeanPropertyBindingResult(form, Forms.NAME);
    }
}
