package org.lianzhi.portal.cases.step;

import java.time.LocalDate;
import java.util.List;
import org.lianzhi.portal.cases.CaseView.Letter;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

@Component
class RecordReplyStep implements Step<RecordReplyForm> {

    private record Reply(LocalDate answeredOn, String account) {}

    private final Words words;

    RecordReplyStep(Words words) {
        this.words = words;
    }

    @Override
    public String name() {
        return "record-reply";
    }

    @Override
    public Class<RecordReplyForm> form() {
        return RecordReplyForm.class;
    }

    @Override
    public RecordReplyForm first(Asked asked) {
        return new RecordReplyForm(null, null);
    }

    @Override
    public List<Row> context(Asked asked) {
        Letter letter = asked.letter();
        return List.of(
                Row.text("case.letter.addressee", words.sayOr("letter.to." + letter.addressee(), letter.addressee())),
                Row.text("case.letter.number", letter.number()),
                Row.text("case.letter.text", letter.text()));
    }

    @Override
    public Command command(RecordReplyForm form, Asked asked) {
        return Command.of(
                new Reply(Typed.given(form.answeredOn()), Typed.text(form.account())),
                "/letters/{letter}/reply",
                asked.letter().id());
    }
}
