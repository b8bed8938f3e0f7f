package org.lianzhi.portal.cases.step;

import java.util.List;
import java.util.Map;
import org.lianzhi.portal.cases.CaseReading;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.Row;
import org.springframework.stereotype.Component;

@Component
class SendLetterStep implements Step<SendLetterForm> {

    private record Letter(String addressee, String number, String text) {}

    private final CaseReading reading;

    SendLetterStep(CaseReading reading) {
        this.reading = reading;
    }

    @Override
    public String name() {
        return "send-letter";
    }

    @Override
    public Class<SendLetterForm> form() {
        return SendLetterForm.class;
    }

    @Override
    public SendLetterForm first(Asked asked) {
        return new SendLetterForm(null, null, null);
    }

    @Override
    public List<Row> context(Asked asked) {
        return reading.summary(asked.view().summary());
    }

    @Override
    public Map<String, Object> choices(Asked asked) {
        return Map.of("addressees", Choice.of("agriculture", "water", "river-chief", "township", "police", "other"));
    }

    @Override
    public Command command(SendLetterForm form, Asked asked) {
        return Command.of(
                new Letter(Typed.text(form.addressee()), Typed.text(form.number()), Typed.text(form.text())),
                "/letters");
    }
}
