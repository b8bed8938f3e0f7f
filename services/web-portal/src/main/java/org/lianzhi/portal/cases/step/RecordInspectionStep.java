package org.lianzhi.portal.cases.step;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.lianzhi.model.CaseEvent.Inspector;
import org.lianzhi.model.Place;
import org.lianzhi.portal.cases.CaseView;
import org.lianzhi.portal.cases.CaseView.InspectionView;
import org.lianzhi.portal.cases.Colleagues;
import org.lianzhi.portal.cases.Reader;
import org.lianzhi.portal.cases.VisitsSideBySide;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

@Component
class RecordInspectionStep implements FieldStep<RecordInspectionForm> {

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
    private final VisitsSideBySide visits;

    RecordInspectionStep(Words words, Colleagues colleagues, VisitsSideBySide visits) {
        this.words = words;
        this.colleagues = colleagues;
        this.visits = visits;
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
    public RecordInspectionForm blank() {
        return new RecordInspectionForm(null, null, null, null, List.of(), false, null, null, List.of(), List.of());
    }

    @Override
    public Map<String, List<Choice>> everywhere() {
        return OnSite.choices();
    }

    @Override
    public Map<String, List<Choice>> here(Asked asked) {
        return Map.of("inspectors", colleagues.of(asked.reader()));
    }

    /** What the own side has not recorded yet. */
    @Override
    public List<String> subjects(CaseView view, Reader reader) {
        return view.inspections().stream()
                .filter(visit -> !visit.recordings().containsKey(reader.side()))
                .map(InspectionView::id)
                .toList();
    }

    @Override
    public List<Said> said(RecordInspectionForm form, Asked now) {
        return now.inspection().recordings().entrySet().stream()
                .map(recorded -> new Said(recorded.getKey(), visits.said(recorded.getValue())))
                .toList();
    }

    @Override
    public boolean isTaken(Asked now) {
        return now.inspection().recordings().containsKey(now.reader().side());
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
