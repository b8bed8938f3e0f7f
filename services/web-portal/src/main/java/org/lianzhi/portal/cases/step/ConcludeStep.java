package org.lianzhi.portal.cases.step;

import java.util.List;
import java.util.Map;
import org.lianzhi.portal.cases.CaseView;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

/** Ends the own record; the case itself stays open. */
@Component
class ConcludeStep implements Step<ConcludeForm> {

    private record Conclusion(String outcome, String explanation) {}

    private final Words words;

    ConcludeStep(Words words) {
        this.words = words;
    }

    @Override
    public String name() {
        return "conclude";
    }

    @Override
    public Class<ConcludeForm> form() {
        return ConcludeForm.class;
    }

    @Override
    public ConcludeForm first(Asked asked) {
        return new ConcludeForm(null, null);
    }

    @Override
    public List<Row> context(Asked asked) {
        return RemindStep.outstanding(words, asked).toList();
    }

    @Override
    public Map<String, Object> choices(Asked asked) {
        CaseView.SilenceView silence = asked.view().silence();
        List<String> outcomes = silence == null ? List.of() : silence.outcomes();
        return Map.of("outcomes", Choice.of(outcomes.toArray(String[]::new)));
    }

    @Override
    public Command command(ConcludeForm form, Asked asked) {
        return Command.of(new Conclusion(Typed.text(form.outcome()), Typed.text(form.explanation())), "/conclusion");
    }
}
