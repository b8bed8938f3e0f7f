package org.lianzhi.portal.cases.step;

import java.time.Instant;
import java.util.List;
import org.lianzhi.portal.cases.CaseReading;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

/** The machine knows no weather: an officer says that it rained heavily. */
@Component
class HeavyRainStep implements Step<HeavyRainForm> {

    private record Rain(Instant cameAt, String account) {}

    private final CaseReading reading;
    private final Words words;

    HeavyRainStep(CaseReading reading, Words words) {
        this.reading = reading;
        this.words = words;
    }

    @Override
    public String name() {
        return "heavy-rain";
    }

    @Override
    public Class<HeavyRainForm> form() {
        return HeavyRainForm.class;
    }

    @Override
    public HeavyRainForm first(Asked asked) {
        return new HeavyRainForm(null, null);
    }

    @Override
    public List<Row> context(Asked asked) {
        return reading.summary(asked.view().summary());
    }

    @Override
    public Command command(HeavyRainForm form, Asked asked) {
        return Command.of(
                new Rain(words.instant(Typed.given(form.cameAt())), Typed.text(form.account())), "/heavy-rain");
    }
}
