package org.lianzhi.portal.cases.step;

import java.util.List;
import org.lianzhi.portal.cases.CaseReading;
import org.lianzhi.portal.component.Row;
import org.springframework.stereotype.Component;

/** A word among the own people, which never leaves the side. */
@Component
class RemarkStep implements Step<RemarkForm> {

    private record Remark(String text) {}

    private final CaseReading reading;

    RemarkStep(CaseReading reading) {
        this.reading = reading;
    }

    @Override
    public String name() {
        return "remark";
    }

    @Override
    public Class<RemarkForm> form() {
        return RemarkForm.class;
    }

    @Override
    public RemarkForm first(Asked asked) {
        return new RemarkForm(null);
    }

    @Override
    public List<Row> context(Asked asked) {
        return reading.summary(asked.view().summary());
    }

    @Override
    public Command command(RemarkForm form, Asked asked) {
        return Command.of(new Remark(Typed.text(form.text())), "/desk/remarks");
    }
}
