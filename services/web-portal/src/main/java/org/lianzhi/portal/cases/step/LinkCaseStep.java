package org.lianzhi.portal.cases.step;

import java.util.List;
import java.util.Map;
import org.lianzhi.portal.cases.CaseReading;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.Row;
import org.springframework.stereotype.Component;

/** Another case is about the same matter. */
@Component
class LinkCaseStep implements Step<LinkCaseForm> {

    private record Link(String other, String kind, String reason) {}

    private final CaseReading reading;
    private final Candidates candidates;

    LinkCaseStep(CaseReading reading, Candidates candidates) {
        this.reading = reading;
        this.candidates = candidates;
    }

    @Override
    public String name() {
        return "link-case";
    }

    @Override
    public Class<LinkCaseForm> form() {
        return LinkCaseForm.class;
    }

    @Override
    public LinkCaseForm first(Asked asked) {
        return new LinkCaseForm(null, null, null, null);
    }

    @Override
    public List<Row> context(Asked asked) {
        return reading.summary(asked.view().summary());
    }

    @Override
    public Map<String, Object> choices(Asked asked) {
        return Map.of("candidates", candidates.all(asked), "kinds", Choice.of("same-matter", "same-source", "repeat"));
    }

    @Override
    public Command command(LinkCaseForm form, Asked asked) {
        return Command.of(new Link(form.meant(), Typed.text(form.kind()), Typed.text(form.reason())), "/links");
    }
}
