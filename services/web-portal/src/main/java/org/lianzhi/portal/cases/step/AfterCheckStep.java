package org.lianzhi.portal.cases.step;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.CaseEvent.Inspector;
import org.lianzhi.model.Place;
import org.lianzhi.portal.cases.AfterChecksSideBySide;
import org.lianzhi.portal.cases.CaseView;
import org.lianzhi.portal.cases.CaseView.AfterCheckView;
import org.lianzhi.portal.cases.CaseView.FindingView;
import org.lianzhi.portal.cases.CaseView.OrderView;
import org.lianzhi.portal.cases.Colleagues;
import org.lianzhi.portal.cases.Reader;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

/** A side looks again, unannounced, at what was accepted. */
@Component
class AfterCheckStep implements FieldStep<AfterCheckForm> {

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
    private final AfterChecksSideBySide checks;

    AfterCheckStep(Words words, Colleagues colleagues, AfterChecksSideBySide checks) {
        this.words = words;
        this.colleagues = colleagues;
        this.checks = checks;
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
        return at(words.place(outlet(asked)), accepted(asked.order()).orElseThrow(Asked::nothingThere));
    }

    @Override
    public AfterCheckForm blank() {
        return at(null, "");
    }

    private static AfterCheckForm at(@Nullable String place, String accepted) {
        return new AfterCheckForm(
                null, place, null, List.of(), false, null, null, List.of(), null, List.of(), List.of(), accepted);
    }

    private static Optional<String> accepted(OrderView order) {
        return Optional.ofNullable(order.afterCheck()).map(AfterCheckView::accepted);
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
    public Map<String, List<Choice>> everywhere() {
        Map<String, List<Choice>> choices = new HashMap<>(OnSite.choices());
        choices.put("answers", Choice.of("holds", "sham"));
        return choices;
    }

    @Override
    public Map<String, List<Choice>> here(Asked asked) {
        return Map.of(
                "inspectors",
                colleagues.of(asked.reader()),
                "shams",
                asked.order().measures().stream()
                        .map(measure -> Choice.named(measure.id(), measure.description()))
                        .toList());
    }

    /** What is accepted now: nobody has to wait until it is due. */
    @Override
    public List<String> subjects(CaseView view, Reader reader) {
        return view.orders().stream()
                .filter(order -> accepted(order).isPresent())
                .map(OrderView::id)
                .toList();
    }

    @Override
    public List<Said> said(AfterCheckForm form, Asked now) {
        OrderView order = now.order();
        AfterCheckView all = order.afterCheck();
        return all == null
                ? List.of()
                : all.checks().stream()
                        .map(check -> new Said(check.side(), checks.said(order, check)))
                        .toList();
    }

    /** It is looked at again after the end above all. */
    @Override
    public boolean outlivesTheCase() {
        return true;
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

    /** What was accepted may have changed: then it is judged anew. Where nothing is accepted any more, a rule says so. */
    @Override
    public AfterCheckForm again(AfterCheckForm form, Asked asked) {
        return accepted(asked.order())
                .filter(now -> !now.equals(form.accepted()))
                .map(form::about)
                .orElse(form);
    }
}
