package org.lianzhi.portal.cases.step;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.lianzhi.portal.cases.Acts;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.Entry;
import org.lianzhi.portal.supervision.Changes;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

/** What has happened to a record since something was written in the field. */
@Component
class Meanwhile {

    private final Changes changes;
    private final Words words;

    Meanwhile(Changes changes, Words words) {
        this.changes = changes;
        this.words = words;
    }

    /**
     * @param seen version of the own record
     * @param said by each side about the same
     * @param since what happened to the own record meanwhile
     * @param anew fields that have to be answered anew, as they are now
     * @param choices by field, as they are now
     */
    record Now(
            String state,
            long seen,
            List<FieldStep.Said> said,
            List<String> since,
            Map<String, List<String>> anew,
            Map<String, List<Choice>> choices) {}

    <F> Now of(Step<F> step, F form, Asked now, Sending sending) {
        List<Entry> since = sending.seen() == null
                ? List.of()
                : changes.since(now.view().id(), now.reader().side(), sending.seen());
        FieldStep<F> field = step instanceof FieldStep<F> taken ? taken : null;
        return new Now(
                words.say(Acts.state(now.view().state()).key()),
                now.seen(),
                field == null ? List.of() : said(field, form, now),
                since.stream().map(this::line).toList(),
                Fields.changed(form, step.again(form, now)),
                field == null ? Map.of() : field.here(now));
    }

    private <F> List<FieldStep.Said> said(FieldStep<F> step, F form, Asked now) {
        return step.said(form, now).stream()
                .map(said -> new FieldStep.Said(words.side(said.side()), said.lines()))
                .toList();
    }

    /**
     * In one word: {@code closed}, {@code taken} (a colleague has done the same) or {@code conflict} (something else).
     *
     * @param ended whether a rule says that the case is closed for it
     */
    static String outcome(Step<?> step, Asked now, boolean ended) {
        FieldStep<?> field = step instanceof FieldStep<?> taken ? taken : null;
        boolean goesOn = field != null && field.outlivesTheCase();
        if (ended || (now.view().isClosed() && !goesOn)) {
            return "closed";
        }
        return field != null && field.isTaken(now) ? "taken" : "conflict";
    }

    private String line(Entry entry) {
        Instant at = entry.at();
        return words.say("field.since", words.moment(at), words.say(entry.key()), entry.office());
    }
}
