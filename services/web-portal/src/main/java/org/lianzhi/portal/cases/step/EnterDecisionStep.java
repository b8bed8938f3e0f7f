package org.lianzhi.portal.cases.step;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lianzhi.portal.cases.CaseView.Decision;
import org.lianzhi.portal.cases.CaseView.JurisdictionView;
import org.lianzhi.portal.cases.Leading;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

/** Enters a decision from above about who leads. */
@Component
class EnterDecisionStep implements Step<EnterDecisionForm> {

    private record Entry(String issuer, String number, LocalDate decidedOn, String lead, List<String> pages) {}

    private final Words words;
    private final Leading leading;

    EnterDecisionStep(Words words, Leading leading) {
        this.words = words;
        this.leading = leading;
    }

    @Override
    public String name() {
        return "enter-decision";
    }

    @Override
    public Class<EnterDecisionForm> form() {
        return EnterDecisionForm.class;
    }

    /** Nothing is taken over from the other side's entry: each side copies from the paper that it received. */
    @Override
    public EnterDecisionForm first(Asked asked) {
        return new EnterDecisionForm(null, null, null, null, List.of(), List.of());
    }

    @Override
    public List<Row> context(Asked asked) {
        JurisdictionView view = asked.jurisdiction();
        List<Row> rows = new ArrayList<>();
        view.positions()
                .forEach((side, said) -> rows.add(Row.text(
                        "row.jurisdiction",
                        words.side(side) + "\n"
                                + String.join("\n", leading.lines(said.lead(), said.grounds(), said.explanation())))));
        Decision theirs = view.decisions().get(asked.otherSide());
        if (theirs != null) {
            rows.add(Row.text(
                    "case.decision.theirs",
                    leading.document(theirs.issuer(), theirs.number(), words.day(theirs.decidedOn())) + "\n"
                            + words.say("case.says.leads", words.side(theirs.lead()))));
        }
        return rows;
    }

    @Override
    public Map<String, Object> choices(Asked asked) {
        return Map.of("leads", StateJurisdictionStep.leads(words, asked.view()));
    }

    @Override
    public Command command(EnterDecisionForm form, Asked asked) {
        return Command.of(
                new Entry(
                        Typed.text(form.issuer()),
                        Typed.text(form.number()),
                        Typed.given(form.decidedOn()),
                        Typed.text(form.lead()),
                        form.kept()),
                "/jurisdiction/decision");
    }
}
