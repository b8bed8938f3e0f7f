package org.lianzhi.portal.cases.step;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lianzhi.model.CaseEvent.Inspector;
import org.lianzhi.model.Place;
import org.lianzhi.portal.cases.CaseView.FindingView;
import org.lianzhi.portal.cases.Colleagues;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

/** A side looks again, unannounced, at what was accepted. */
@Component
class AfterCheckStep implements Step<AfterCheckForm> {

    private record Check(
            String accepted,
            Instant checkedAt,
            Place place,
            String capacity,
            List<Inspector> inspectors,
            String weather,
            String account,
            List<String> shams,
            List<String> photos) {}

    private final Words words;
    private final Colleagues colleagues;

    AfterCheckStep(Words words, Colleagues colleagues) {
        this.words = words;
        this.colleagues = colleagues;
    }

    @Override
    public String name() {
        return "after-check";
    }

    @Override
    public Class<AfterCheckForm> form() {
        return AfterCheckForm.class;
    }

    @Override
    public AfterCheckForm first(Asked asked) {
        return new AfterCheckForm(
                null,
                words.place(outlet(asked)),
                null,
                List.of(),
                false,
                null,
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                accepted(asked));
    }

    private static String accepted(Asked asked) {
        var afterCheck = asked.order().afterCheck();
        if (afterCheck == null || afterCheck.accepted() == null) {
            throw Asked.nothingThere();
        }
        return afterCheck.accepted();
    }

    /** The outlet of what was found last; without a finding the water that is affected. */
    private static Place outlet(Asked asked) {
        return asked.view().findings().stream()
                .map(FindingView::outlet)
                .reduce((earlier, later) -> later)
                .orElse(asked.view().summary().affectedWater());
    }

    @Override
    public List<Row> context(Asked asked) {
        return Stream.concat(
                        Stream.of(Row.text("case.addressee", asked.order().addressee())),
                        asked.order().measures().stream()
                                .map(measure -> Row.text("case.measure.description", measure.description())))
                .toList();
    }

    @Override
    public Map<String, Object> choices(Asked asked) {
        Map<String, Object> choices = new HashMap<>(OnSite.choices(colleagues, asked.reader()));
        choices.put("answers", Choice.of("holds", "sham"));
        choices.put(
                "measures",
                asked.order().measures().stream()
                        .map(measure -> Choice.named(measure.id(), measure.description()))
                        .toList());
        return choices;
    }

    @Override
    public Command command(AfterCheckForm form, Asked asked) {
        return Command.of(
                new Check(
                        form.accepted(),
                        words.instant(Typed.given(form.checkedAt())),
                        OnSite.where(Typed.text(form.place()), outlet(asked), words),
                        Typed.text(form.capacity()),
                        Colleagues.inspectors(asked.reader(), form.inspectors(), form.credentialsShown()),
                        Typed.text(form.weather()),
                        Typed.text(form.account()),
                        form.shams(),
                        form.kept()),
                "/orders/{order}/after-check",
                asked.order().id());
    }

    /** What was accepted may have changed: then it is judged anew. */
    @Override
    public AfterCheckForm again(AfterCheckForm form, Asked asked) {
        String now = accepted(asked);
        return now.equals(form.accepted()) ? form : form.about(now);
    }
}
