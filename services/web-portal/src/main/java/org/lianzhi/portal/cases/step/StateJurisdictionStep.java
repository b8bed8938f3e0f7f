package org.lianzhi.portal.cases.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lianzhi.model.Ground;
import org.lianzhi.portal.cases.CaseView;
import org.lianzhi.portal.cases.CaseView.JurisdictionView;
import org.lianzhi.portal.cases.Leading;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

/** Says who should lead. */
@Component
class StateJurisdictionStep implements Step<StateJurisdictionForm> {

    private record Position(String lead, List<String> grounds, String explanation) {}

    private final Words words;
    private final Leading leading;

    StateJurisdictionStep(Words words, Leading leading) {
        this.words = words;
        this.leading = leading;
    }

    @Override
    public String name() {
        return "state-jurisdiction";
    }

    @Override
    public Class<StateJurisdictionForm> form() {
        return StateJurisdictionForm.class;
    }

    /** What the own side said before; else what the rule proposes. */
    @Override
    public StateJurisdictionForm first(Asked asked) {
        JurisdictionView view = asked.jurisdiction();
        CaseView.Position own = view.positions().get(asked.reader().side());
        if (own != null) {
            return new StateJurisdictionForm(own.lead(), codes(own.grounds()), own.explanation());
        }
        return new StateJurisdictionForm(
                view.proposed(), codes(view.grounds().getOrDefault(view.proposed(), List.of())), null);
    }

    private static List<String> codes(List<Ground> grounds) {
        return grounds.stream()
                .filter(ground -> ground != Ground.DESIGNATED)
                .map(Leading::code)
                .toList();
    }

    @Override
    public List<Row> context(Asked asked) {
        JurisdictionView view = asked.jurisdiction();
        List<Row> rows = new ArrayList<>();
        rows.add(Row.text(
                "case.jurisdiction.rule",
                words.say(
                        "case.jurisdiction.proposed",
                        words.side(view.proposed()),
                        words.say("case.jurisdiction.why." + Leading.code(view.reason())))));
        Asked.sides(asked.view())
                .forEach(side -> rows.add(Row.text(
                        "case.jurisdiction.grounds.of",
                        words.side(side) + "\n" + leading.grounds(view.grounds().getOrDefault(side, List.of())))));
        CaseView.Position theirs = view.positions().get(asked.otherSide());
        if (theirs != null) {
            rows.add(Row.text(
                    "case.jurisdiction.theirs",
                    String.join("\n", leading.lines(theirs.lead(), theirs.grounds(), theirs.explanation()))));
        }
        return rows;
    }

    @Override
    public Map<String, Object> choices(Asked asked) {
        return Map.of(
                "leads", leads(words, asked.view()),
                "grounds", Choice.of("outlet", "facility", "affected-water", "first-filed"));
    }

    static List<Choice> leads(Words words, CaseView view) {
        return Asked.sides(view).stream()
                .map(side -> Choice.named(side, words.side(side)))
                .toList();
    }

    @Override
    public Command command(StateJurisdictionForm form, Asked asked) {
        return Command.of(
                new Position(Typed.text(form.lead()), form.grounds(), Typed.text(form.explanation())),
                "/jurisdiction/position");
    }
}
