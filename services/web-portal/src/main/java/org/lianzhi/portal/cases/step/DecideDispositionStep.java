package org.lianzhi.portal.cases.step;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.Side;
import org.lianzhi.portal.cases.Dispositions;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.words.Words;
import org.lianzhi.territory.Agreement;
import org.lianzhi.territory.DispositionRule;
import org.springframework.stereotype.Component;

/** The head of the office decides, by the lists of the own side; those of the other side stand beside them. */
@Component
class DecideDispositionStep implements Step<DecideDispositionForm> {

    private record Decision(
            String kind,
            String number,
            LocalDate decidedOn,
            List<String> bases,
            List<String> conditions,
            String reasons) {}

    private final Words words;
    private final Dispositions dispositions;

    DecideDispositionStep(Words words, Dispositions dispositions) {
        this.words = words;
        this.dispositions = dispositions;
    }

    @Override
    public String name() {
        return "decide-disposition";
    }

    @Override
    public Class<DecideDispositionForm> form() {
        return DecideDispositionForm.class;
    }

    @Override
    public DecideDispositionForm first(Asked asked) {
        return new DecideDispositionForm(null, List.of(), List.of(), null, null, null);
    }

    @Override
    public List<Row> context(Asked asked) {
        return asked.view().findings().stream()
                .filter(finding -> !finding.state().equals("withdrawn"))
                .map(finding -> Row.text("row.finding", finding.establishedCause()))
                .toList();
    }

    private List<DispositionRule> rules(Asked asked) {
        return words.territory()
                .agreement(asked.view().agreement())
                .map(Agreement::dispositions)
                .orElse(List.of());
    }

    @Override
    public Map<String, Object> choices(Asked asked) {
        List<DispositionRule> rules = rules(asked);
        Side side = new Side(asked.reader().side());
        return Map.of(
                "kinds",
                rules.stream().map(this::kind).toList(),
                "bases",
                rules.stream()
                        .flatMap(rule -> rule.basesOf(side).stream())
                        .distinct()
                        .map(basis -> Choice.named(basis.id(), dispositions.basis(basis)))
                        .toList(),
                "conditions",
                rules.stream()
                        .flatMap(rule -> rule.conditions().stream())
                        .distinct()
                        .map(code -> Choice.named(code, words.sayOr("disposition.condition." + code, code)))
                        .toList(),
                "lists",
                dispositions.lists(rules));
    }

    private Choice kind(DispositionRule rule) {
        return new Choice(rule.kind(), words.sayOr("disposition." + rule.kind(), rule.kind()), needs(rule));
    }

    private @Nullable String needs(DispositionRule rule) {
        if (rule.conditions().isEmpty()) {
            return null;
        }
        String conditions = String.join(
                words.say("case.ground.and"),
                rule.conditions().stream()
                        .map(code -> words.sayOr("disposition.condition." + code, code))
                        .toList());
        DispositionRule.Period period = rule.period();
        return period == null
                ? words.say("disposition.needs", conditions)
                : words.say(
                        "disposition.needs.within",
                        conditions,
                        period.months(),
                        words.say(period.verified() ? "disposition.verified" : "disposition.unverified"));
    }

    @Override
    public Command command(DecideDispositionForm form, Asked asked) {
        return Command.of(
                new Decision(
                        Typed.text(form.kind()),
                        Typed.text(form.number()),
                        Typed.given(form.decidedOn()),
                        form.bases(),
                        form.conditions(),
                        Typed.text(form.reasons())),
                "/dispositions");
    }
}
