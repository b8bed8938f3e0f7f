package org.lianzhi.portal.cases.step;

import java.util.List;
import java.util.Map;
import org.lianzhi.portal.cases.CaseReading;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.Row;
import org.springframework.stereotype.Component;

@Component
class ReopenStep implements Step<ReopenForm> {

    private record Reopening(String reason, String explanation) {}

    private final CaseReading reading;
    private final Candidates candidates;

    ReopenStep(CaseReading reading, Candidates candidates) {
        this.reading = reading;
        this.candidates = candidates;
    }

    @Override
    public String name() {
        return "reopen";
    }

    @Override
    public Class<ReopenForm> form() {
        return ReopenForm.class;
    }

    @Override
    public ReopenForm first(Asked asked) {
        return new ReopenForm(null, null);
    }

    @Override
    public List<Row> context(Asked asked) {
        return reading.summary(asked.view().summary());
    }

    @Override
    public Map<String, Object> choices(Asked asked) {
        return Map.of(
                "reasons",
                Choice.of("not-fixed", "sham-rectification", "repeat-after-rain", "new-facts"),
                "likely",
                candidates.likely(asked));
    }

    @Override
    public Command command(ReopenForm form, Asked asked) {
        return Command.of(new Reopening(Typed.text(form.reason()), Typed.text(form.explanation())), "/reopening");
    }
}
