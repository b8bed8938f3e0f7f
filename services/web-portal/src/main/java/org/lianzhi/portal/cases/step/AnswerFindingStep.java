package org.lianzhi.portal.cases.step;

import java.util.List;
import java.util.Map;
import org.lianzhi.portal.cases.CaseView.FindingView;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

@Component
class AnswerFindingStep implements Step<AnswerForm> {

    private final Words words;

    AnswerFindingStep(Words words) {
        this.words = words;
    }

    @Override
    public String name() {
        return "answer-finding";
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
        return new AnswerForm(null, null, asked.finding().digest());
    }

    @Override
    public List<Row> context(Asked asked) {
        return held(asked.finding(), words);
    }

    static List<Row> held(FindingView finding, Words words) {
        return List.of(
                Row.text("release.row.allegedCause", finding.allegedCause()),
                Row.text("case.establishedCause", finding.establishedCause()),
                Row.text("case.source", finding.source()),
                Row.text("case.pathway", finding.pathway()),
                Row.text("case.outlet", words.place(finding.outlet())),
                Row.text("case.affectedWater", finding.affectedWater()));
    }

    @Override
    public Map<String, Object> choices(Asked asked) {
        return Map.of("answers", Choice.of("yes", "no"));
    }

    @Override
    public Command command(AnswerForm form, Asked asked) {
        String finding = asked.finding().id();
        return form.isYes()
                ? Command.of(new Promise(form.digest()), "/findings/{finding}/confirmation", finding)
                : Command.of(
                        new Promise.Objection(form.digest(), Typed.text(form.reasons())),
                        "/findings/{finding}/dissent",
                        finding);
    }
}
