package org.lianzhi.portal.cases.step;

import java.util.List;
import java.util.Map;
import org.lianzhi.portal.cases.CaseReading;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.Row;
import org.springframework.stereotype.Component;

/** Taking part, or saying why not. */
@Component
class AcknowledgeStep implements Step<AcknowledgeForm> {

    private record Declination(String reason, String explanation) {}

    private final CaseReading reading;

    AcknowledgeStep(CaseReading reading) {
        this.reading = reading;
    }

    @Override
    public String name() {
        return "acknowledge";
    }

    @Override
    public Class<AcknowledgeForm> form() {
        return AcknowledgeForm.class;
    }

    @Override
    public AcknowledgeForm first(Asked asked) {
        return new AcknowledgeForm(null, null, null);
    }

    @Override
    public List<Row> context(Asked asked) {
        return reading.summary(asked.view().summary());
    }

    @Override
    public Map<String, Object> choices(Asked asked) {
        return Map.of(
                "answers", Choice.of("acknowledge", "decline"),
                "reasons", Choice.of("no-cross-border-effect", "not-competent", "other"));
    }

    @Override
    public Command command(AcknowledgeForm form, Asked asked) {
        return "decline".equals(form.answer())
                ? Command.of(new Declination(Typed.text(form.reason()), Typed.text(form.explanation())), "/declination")
                : Command.of(Map.of(), "/acknowledgement");
    }
}
