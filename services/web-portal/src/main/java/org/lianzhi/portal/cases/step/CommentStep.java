package org.lianzhi.portal.cases.step;

import java.util.List;
import org.lianzhi.portal.cases.CaseReading;
import org.lianzhi.portal.component.Row;
import org.springframework.stereotype.Component;

/** A word to the other side that asks for no step of the procedure. */
@Component
class CommentStep implements Step<CommentForm> {

    private record Comment(String text) {}

    private final CaseReading reading;

    CommentStep(CaseReading reading) {
        this.reading = reading;
    }

    @Override
    public String name() {
        return "comment";
    }

    @Override
    public Class<CommentForm> form() {
        return CommentForm.class;
    }

    @Override
    public CommentForm first(Asked asked) {
        return new CommentForm(null);
    }

    @Override
    public List<Row> context(Asked asked) {
        return reading.summary(asked.view().summary());
    }

    @Override
    public Command command(CommentForm form, Asked asked) {
        return Command.of(new Comment(Typed.text(form.text())), "/comments");
    }
}
