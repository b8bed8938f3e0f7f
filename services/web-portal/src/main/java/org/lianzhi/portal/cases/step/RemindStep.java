package org.lianzhi.portal.cases.step;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.cases.Acts;
import org.lianzhi.portal.cases.CaseView;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

/** Reminds the other side of all that it has to do. */
@Component
class RemindStep implements Step<RemindForm> {

    private record Reminder(String rung, String words) {}

    private final Words words;

    RemindStep(Words words) {
        this.words = words;
    }

    @Override
    public String name() {
        return "remind";
    }

    @Override
    public Class<RemindForm> form() {
        return RemindForm.class;
    }

    @Override
    public RemindForm first(Asked asked) {
        CaseView.Next next = next(asked);
        return new RemindForm(next == null ? null : next.rung(), null);
    }

    @Override
    public List<Row> context(Asked asked) {
        CaseView.Next next = next(asked);
        Stream<Row> to = next == null ? Stream.of() : Stream.of(Row.text("case.remind.to", words.office(next.to())));
        return Stream.concat(to, outstanding(words, asked)).toList();
    }

    /** What the other side has to do, each with its due time if it has one. */
    static Stream<Row> outstanding(Words words, Asked asked) {
        return asked.view().turns().stream()
                .filter(turn -> !turn.side().equals(asked.reader().side()))
                .map(turn -> Row.text(
                        "case.remind.outstanding",
                        turn.dueAt() == null
                                ? words.say(Acts.key(turn.act()))
                                : words.say(
                                        "case.remind.due",
                                        words.say(Acts.key(turn.act())),
                                        words.moment(turn.dueAt()))));
    }

    private static CaseView.@Nullable Next next(Asked asked) {
        CaseView.SilenceView silence = asked.view().silence();
        return silence == null ? null : silence.next();
    }

    @Override
    public Command command(RemindForm form, Asked asked) {
        return Command.of(new Reminder(Typed.text(form.rung()), Typed.text(form.words())), "/reminder");
    }
}
