package org.lianzhi.portal.cases.step;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.lianzhi.model.CaseEvent.Inspector;
import org.lianzhi.model.Place;
import org.lianzhi.portal.cases.CaseView.InspectionView;
import org.lianzhi.portal.cases.Colleagues;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

@Component
class RecordInspectionStep implements Step<RecordInspectionForm> {

    private record Recorded(
            Instant startedAt,
            Instant endedAt,
            Place place,
            String capacity,
            List<Inspector> inspectors,
            String weather,
            String notes,
            List<String> photos) {}

    private final Words words;
    private final Colleagues colleagues;

    RecordInspectionStep(Words words, Colleagues colleagues) {
        this.words = words;
        this.colleagues = colleagues;
    }

    @Override
    public String name() {
        return "record-inspection";
    }

    @Override
    public Class<RecordInspectionForm> form() {
        return RecordInspectionForm.class;
    }

    @Override
    public RecordInspectionForm first(Asked asked) {
        InspectionView visit = asked.inspection();
        return new RecordInspectionForm(
                words.local(visit.startsAt()),
                null,
                words.place(visit.meetingPoint()),
                null,
                List.of(),
                false,
                null,
                null,
                List.of(),
                List.of());
    }

    @Override
    public List<Row> context(Asked asked) {
        return OnSite.proposed(asked.inspection(), words);
    }

    @Override
    public Map<String, Object> choices(Asked asked) {
        return OnSite.choices(colleagues, asked.reader());
    }

    @Override
    public Command command(RecordInspectionForm form, Asked asked) {
        InspectionView visit = asked.inspection();
        return Command.of(
                new Recorded(
                        words.instant(Typed.given(form.startedAt())),
                        words.instant(Typed.given(form.endedAt())),
                        OnSite.where(Typed.text(form.place()), visit.meetingPoint(), words),
                        Typed.text(form.capacity()),
                        Colleagues.inspectors(asked.reader(), form.inspectors(), form.credentialsShown()),
                        Typed.text(form.weather()),
                        Typed.text(form.notes()),
                        form.kept()),
                "/inspections/{inspection}/record",
                visit.id());
    }
}
