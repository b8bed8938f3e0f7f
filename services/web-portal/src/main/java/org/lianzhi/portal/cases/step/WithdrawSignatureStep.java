package org.lianzhi.portal.cases.step;

import java.util.List;
import org.lianzhi.portal.cases.CaseView.Signature;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

@Component
class WithdrawSignatureStep implements Step<ReasonsForm> {

    private final Words words;

    WithdrawSignatureStep(Words words) {
        this.words = words;
    }

    @Override
    public String name() {
        return "withdraw-signature";
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
        return new ReasonsForm(null, signature(asked).digest());
    }

    private static Signature signature(Asked asked) {
        return asked.view().signature(asked.reader().side()).orElseThrow(Asked::nothingThere);
    }

    @Override
    public List<Row> context(Asked asked) {
        Signature own = signature(asked);
        return List.of(
                Row.text("case.outcome", words.sayOr("case.outcome." + own.outcome(), own.outcome())),
                Row.time("row.signed", own.at()));
    }

    @Override
    public Command command(ReasonsForm form, Asked asked) {
        return Command.of(new Promise.Objection(form.digest(), Typed.text(form.reasons())), "/closure/withdrawal");
    }
}
