package org.lianzhi.portal.cases.step;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.lianzhi.model.Place;
import org.lianzhi.portal.cases.CaseReading;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

/** The outlet is blocked, or the water not used any more; everything else comes after that. */
@Component
class TakeEmergencyMeasureStep implements Step<TakeEmergencyMeasureForm> {

    private record Measure(String kind, Place place, Instant takenAt, String account, List<String> photos) {}

    private final CaseReading reading;
    private final Words words;

    TakeEmergencyMeasureStep(CaseReading reading, Words words) {
        this.reading = reading;
        this.words = words;
    }

    @Override
    public String name() {
        return "take-emergency-measure";
    }

    @Override
    public Class<TakeEmergencyMeasureForm> form() {
        return TakeEmergencyMeasureForm.class;
    }

    @Override
    public TakeEmergencyMeasureForm first(Asked asked) {
        return new TakeEmergencyMeasureForm(
                null, words.place(asked.view().summary().affectedWater()), null, null, List.of(), List.of());
    }

    @Override
    public List<Row> context(Asked asked) {
        return reading.summary(asked.view().summary());
    }

    @Override
    public Map<String, Object> choices(Asked asked) {
        return Map.of("kinds", Choice.of("block-outlet", "stop-using-water", "other"));
    }

    @Override
    public Command command(TakeEmergencyMeasureForm form, Asked asked) {
        return Command.of(
                new Measure(
                        Typed.text(form.kind()),
                        OnSite.where(
                                Typed.text(form.place()), asked.view().summary().affectedWater(), words),
                        words.instant(Typed.given(form.takenAt())),
                        Typed.text(form.account()),
                        form.kept()),
                "/emergency-measures");
    }
}
