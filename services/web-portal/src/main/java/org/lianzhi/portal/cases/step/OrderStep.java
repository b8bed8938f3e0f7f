package org.lianzhi.portal.cases.step;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

@Component
class OrderStep implements Step<OrderForm> {

    private static final int LINES = 3;

    private record Ordered(String addressee, String legalBasis, List<Measure> measures) {}

    /** Not the line of the form itself: its checks would be sent along as fields that the service does not know. */
    private record Measure(String description, @Nullable LocalDate dueOn) {}

    private final Words words;

    OrderStep(Words words) {
        this.words = words;
    }

    @Override
    public String name() {
        return "order";
    }

    @Override
    public Class<OrderForm> form() {
        return OrderForm.class;
    }

    @Override
    public OrderForm first(Asked asked) {
        return new OrderForm(null, null, Collections.nCopies(LINES, OrderForm.Line.empty()));
    }

    @Override
    public List<Row> context(Asked asked) {
        return asked.view().findings().stream()
                .filter(finding -> finding.state().equals("agreed"))
                .reduce((earlier, later) -> later)
                .map(finding -> AnswerFindingStep.held(finding, words))
                .orElse(List.of());
    }

    @Override
    public Command command(OrderForm form, Asked asked) {
        List<Measure> measures = form.measures().stream()
                .filter(OrderForm.Line::isComplete)
                .map(line -> new Measure(Typed.text(line.description()), line.dueOn()))
                .toList();
        return Command.of(
                new Ordered(Typed.text(form.addressee()), Typed.text(form.legalBasis()), measures), "/orders");
    }
}
