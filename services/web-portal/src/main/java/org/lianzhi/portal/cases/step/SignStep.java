package org.lianzhi.portal.cases.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.cases.CaseView;
import org.lianzhi.portal.cases.CaseView.ClosureView;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

@Component
class SignStep implements Step<SignForm> {

    private record Signature(String digest, String outcome) {}

    private final Words words;

    SignStep(Words words) {
        this.words = words;
    }

    @Override
    public String name() {
        return "sign";
    }

    @Override
    public Class<SignForm> form() {
        return SignForm.class;
    }

    @Override
    public SignForm first(Asked asked) {
        return new SignForm(offered(asked.view()), false, digest(asked.view()));
    }

    /** The outcome that the other side has signed, or the only one that there is. */
    private static @Nullable String offered(CaseView view) {
        ClosureView closure = view.closure();
        if (closure == null) {
            return null;
        }
        return closure.signatures().values().stream()
                .map(CaseView.Signature::outcome)
                .findFirst()
                .orElse(closure.outcomes().size() == 1 ? closure.outcomes().getFirst() : null);
    }

    private static String digest(CaseView view) {
        return view.closure() == null || view.closure().digest() == null
                ? ""
                : view.closure().digest();
    }

    @Override
    public List<Row> context(Asked asked) {
        CaseView view = asked.view();
        List<Row> rows = new ArrayList<>();
        view.findings().stream()
                .filter(finding -> !finding.state().equals("withdrawn"))
                .forEach(finding -> rows.add(Row.text(
                        "row.finding",
                        finding.establishedCause() + "\n"
                                + words.sayOr("state.finding." + finding.state(), finding.state()))));
        view.measures()
                .forEach(ordered -> rows.add(
                        Row.text("row.measure", ordered.measure().description() + "\n" + checks(ordered.measure()))));
        rows.add(Row.text(
                "case.sign.versions",
                view.versions().entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByKey().reversed())
                        .map(entry -> words.say("case.sign.version", words.side(entry.getKey()), entry.getValue()))
                        .collect(Collectors.joining("\n"))));
        blockers(view, rows);
        divided(view, rows);
        return rows;
    }

    private String checks(CaseView.MeasureView measure) {
        return bySide(
                measure.answers(),
                check -> words.say("verified".equals(check.answer()) ? "state.verified" : "state.wanting"));
    }

    private <T> String bySide(Map<String, T> each, Function<T, String> says) {
        return each.entrySet().stream()
                .sorted(Map.Entry.<String, T>comparingByKey().reversed())
                .map(entry -> words.say("case.sign.check", words.side(entry.getKey()), says.apply(entry.getValue())))
                .collect(Collectors.joining("\n"));
    }

    /** Both signed at the same moment, each another outcome: it closes when one of them takes the own signature back. */
    private void divided(CaseView view, List<Row> rows) {
        Map<String, CaseView.Signature> signatures =
                view.closure() == null ? Map.of() : view.closure().signatures();
        boolean isDivided = signatures.values().stream()
                        .map(CaseView.Signature::outcome)
                        .distinct()
                        .count()
                > 1;
        if (isDivided) {
            rows.add(Row.text(
                    "case.sign.divided",
                    bySide(signatures, signed -> words.sayOr("case.outcome." + signed.outcome(), signed.outcome()))
                            + "\n" + words.say("case.sign.divided.how")));
        }
    }

    private void blockers(CaseView view, List<Row> rows) {
        if (view.closure() != null && !view.closure().blockers().isEmpty()) {
            rows.add(Row.text(
                    "case.sign.blockers",
                    view.closure().blockers().stream()
                            .map(code -> words.sayOr("rule." + code, words.say("rule.unknown", code)))
                            .collect(Collectors.joining("\n"))));
        }
    }

    @Override
    public Map<String, Object> choices(Asked asked) {
        ClosureView closure = asked.view().closure();
        List<String> outcomes = closure == null ? List.of() : closure.outcomes();
        return Map.of("outcomes", Choice.of(outcomes.toArray(String[]::new)));
    }

    @Override
    public Command command(SignForm form, Asked asked) {
        return Command.of(new Signature(form.digest(), Typed.text(form.outcome())), "/closure/signature");
    }

    /** A signature is for the content that is on the page: if it changed, it is to be read and agreed to again. */
    @Override
    public SignForm again(SignForm form, Asked asked) {
        return new SignForm(form.outcome(), false, digest(asked.view()));
    }
}
