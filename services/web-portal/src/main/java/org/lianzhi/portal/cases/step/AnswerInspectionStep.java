package org.lianzhi.portal.cases.step;

import java.util.List;
import java.util.Map;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

@Component
class AnswerInspectionStep implements Step<AnswerForm> {

    private final Words words;

    AnswerInspectionStep(Words words) {
        this.words = words;
    }

    @Override
    public String name() {
        return "answer-inspection";
    }

    @Override
    public String template() {
        return "answer";
    }

    @Override
    public Class<AnswerForm> form() {
        return AnswerForm.class;
    }

    @Override
    public AnswerForm first(Asked asked) {
        return new AnswerForm(null, null, asked.inspection().digest());
    }

    @Override
    public List<Row> context(Asked asked) {
        return OnSite.proposed(asked.inspection(), words);
    }

    @Override
    public Map<String, Object> choices(Asked asked) {
        return Map.of("answers", Choice.of("yes", "no"));
    }

    @Override
    public Command command(AnswerForm form, Asked asked) {
        String visit = asked.inspection().id();
        return form.isYes()
                ? Command.of(new Promise(form.digest()), "/inspections/{inspection}/acceptance", visit)
                : Command.of(
                        new Promise.Objection(form.digest(), Typed.text(form.reasons())),
                        "/inspections/{inspection}/declination",
                        visit);
    }
}
