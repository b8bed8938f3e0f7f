package org.lianzhi.portal.cases.step;

import java.util.List;
import java.util.Map;
import org.lianzhi.portal.cases.CaseView;
import org.lianzhi.portal.cases.Reader;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.Row;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The steps' own forms for a page that knows no case, and what of a case they need to know. */
@Component
public class FieldForms {

    private final List<FieldStep<?>> steps;

    FieldForms(List<FieldStep<?>> steps) {
        this.steps = steps;
    }

    /**
     * Something that can be written about a case.
     *
     * @param step by its name in addresses
     * @param ref of what it is about; empty for the case alone
     * @param context what it answers to
     * @param fields of the form as it is first seen
     * @param choices by field, where they depend on the case or the office
     */
    public record Offer(
            String step,
            String ref,
            List<Row> context,
            Map<String, List<String>> fields,
            Map<String, List<Choice>> choices) {}

    /** Empty forms, each by the name of its type, and what there is to choose from in every case. */
    public void addTo(Model model) {
        for (FieldStep<?> step : steps) {
            model.addAttribute(step.blank());
            model.addAllAttributes(step.everywhere());
        }
        model.addAttribute(new CommentForm(null));
    }

    public List<Offer> offered(CaseView view, Reader reader) {
        return steps.stream()
                .flatMap(step -> step.subjects(view, reader).stream()
                        .map(subject -> offer(step, new Asked(view, reader, subject, ""))))
                .toList();
    }

    private static <F> Offer offer(FieldStep<F> step, Asked asked) {
        return new Offer(step.name(), asked.ref(), step.context(asked), Fields.of(step.first(asked)), step.here(asked));
    }
}
