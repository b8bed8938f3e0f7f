package org.lianzhi.portal.cases.step;

import java.util.List;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

@Component
class WithdrawFindingStep implements Step<ReasonsForm> {

    private final Words words;

    WithdrawFindingStep(Words words) {
        this.words = words;
    }

    @Override
    public String name() {
        return "withdraw-finding";
    }

    @Override
    public String template() {
        return "reasons";
    }

    @Override
    public Class<ReasonsForm> form() {
        return ReasonsForm.class;
    }

    @Override
    public ReasonsForm first(Asked asked) {
        return new ReasonsForm(null, asked.finding().digest());
    }

    @Override
    public List<Row> context(Asked asked) {
        return AnswerFindingStep.held(asked.finding(), words);
    }

    @Override
    public Command command(ReasonsForm form, Asked asked) {
        return Command.of(
                new Promise.Objection(form.digest(), Typed.text(form.reasons())),
                "/findings/{finding}/withdrawal",
                asked.finding().id());
    }
}
