package org.lianzhi.portal.cases.step;

import java.time.Instant;
import java.util.List;
import org.lianzhi.model.Place;
import org.lianzhi.portal.cases.CaseReading;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

@Component
class ProposeInspectionStep implements Step<ProposeInspectionForm> {

    private record Proposal(Instant startsAt, Place meetingPoint, String purpose) {}

    private final CaseReading reading;
    private final Words words;

    ProposeInspectionStep(CaseReading reading, Words words) {
        this.reading = reading;
        this.words = words;
    }

    @Override
    public String name() {
        return "propose-inspection";
    }

    @Override
    public Class<ProposeInspectionForm> form() {
        return ProposeInspectionForm.class;
    }

    @Override
    public ProposeInspectionForm first(Asked asked) {
        return new ProposeInspectionForm(null, null, null);
    }

    @Override
    public List<Row> context(Asked asked) {
        return reading.summary(asked.view().summary());
    }

    @Override
    public Command command(ProposeInspectionForm form, Asked asked) {
        Place where = new Place(null, Typed.text(form.meetingPoint()), null, null);
        return Command.of(
                new Proposal(words.instant(Typed.given(form.startsAt())), where, Typed.text(form.purpose())),
                "/inspections");
    }
}
