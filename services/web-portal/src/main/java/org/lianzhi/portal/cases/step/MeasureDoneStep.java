package org.lianzhi.portal.cases.step;

import java.time.LocalDate;
import java.util.List;
import org.lianzhi.portal.cases.CaseView.Ordered;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

@Component
class MeasureDoneStep implements Step<MeasureDoneForm> {

    private record Done(String account, LocalDate doneOn, List<String> photos) {}

    private final Words words;

    MeasureDoneStep(Words words) {
        this.words = words;
    }

    @Override
    public String name() {
        return "measure-done";
    }

    @Override
    public Class<MeasureDoneForm> form() {
        return MeasureDoneForm.class;
    }

    @Override
    public MeasureDoneForm first(Asked asked) {
        return new MeasureDoneForm(null, null, List.of(), List.of());
    }

    @Override
    public List<Row> context(Asked asked) {
        return ordered(asked.measure(), words);
    }

    /** What was ordered, with the day that holds now. */
    static List<Row> ordered(Ordered ordered, Words words) {
        return List.of(
                Row.text("case.addressee", ordered.order().addressee()),
                Row.text("case.measure.description", ordered.measure().description()),
                Row.text("case.measure.dueOn", words.day(ordered.measure().dueOn())));
    }

    @Override
    public Command command(MeasureDoneForm form, Asked asked) {
        Ordered ordered = asked.measure();
        return Command.of(
                new Done(Typed.text(form.account()), Typed.given(form.doneOn()), form.kept()),
                "/orders/{order}/measures/{measure}/done",
                ordered.order().id(),
                ordered.measure().id());
    }
}
