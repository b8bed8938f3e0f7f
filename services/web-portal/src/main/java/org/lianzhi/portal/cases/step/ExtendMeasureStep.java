package org.lianzhi.portal.cases.step;

import java.time.LocalDate;
import java.util.List;
import org.lianzhi.portal.cases.CaseView.Ordered;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

/** The head of the office gives more time for a measure. */
@Component
class ExtendMeasureStep implements Step<ExtendMeasureForm> {

    private record Extension(LocalDate dueOn, String reasons) {}

    private final Words words;

    ExtendMeasureStep(Words words) {
        this.words = words;
    }

    @Override
    public String name() {
        return "extend-measure";
    }

    @Override
    public Class<ExtendMeasureForm> form() {
        return ExtendMeasureForm.class;
    }

    @Override
    public ExtendMeasureForm first(Asked asked) {
        return new ExtendMeasureForm(null, null);
    }

    @Override
    public List<Row> context(Asked asked) {
        return MeasureDoneStep.ordered(asked.measure(), words);
    }

    @Override
    public Command command(ExtendMeasureForm form, Asked asked) {
        Ordered ordered = asked.measure();
        return Command.of(
                new Extension(Typed.given(form.dueOn()), Typed.text(form.reasons())),
                "/orders/{order}/measures/{measure}/extension",
                ordered.order().id(),
                ordered.measure().id());
    }
}
