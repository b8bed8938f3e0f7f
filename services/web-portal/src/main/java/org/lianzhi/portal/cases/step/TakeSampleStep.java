package org.lianzhi.portal.cases.step;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lianzhi.model.CaseEvent.Inspector;
import org.lianzhi.model.Place;
import org.lianzhi.portal.cases.CaseView;
import org.lianzhi.portal.cases.CaseView.SampleView;
import org.lianzhi.portal.cases.Colleagues;
import org.lianzhi.portal.cases.Reader;
import org.lianzhi.portal.cases.VisitsSideBySide;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

@Component
class TakeSampleStep implements FieldStep<TakeSampleForm> {

    private static final String[] PARAMETERS = {"cod", "bod5", "ss", "nh3-n", "tp", "faecal-coliform", "ascaris-eggs"};

    private record Taken(
            String number,
            String part,
            String medium,
            boolean grab,
            Place point,
            Instant takenAt,
            String seal,
            List<Inspector> takenBy,
            List<String> parameters) {}

    private final Words words;
    private final Colleagues colleagues;
    private final VisitsSideBySide visits;

    TakeSampleStep(Words words, Colleagues colleagues, VisitsSideBySide visits) {
        this.words = words;
        this.colleagues = colleagues;
        this.visits = visits;
    }

    @Override
    public String name() {
        return "take-sample";
    }

    @Override
    public Class<TakeSampleForm> form() {
        return TakeSampleForm.class;
    }

    /** What the other side has registered and this side has not is offered: both parts carry one number. */
    @Override
    public TakeSampleForm first(Asked asked) {
        return counterpart(asked)
                .map(other -> new TakeSampleForm(
                        other.number(),
                        other.part(),
                        other.medium(),
                        other.isGrab() ? "yes" : "no",
                        other.point() == null ? null : other.point().latitude(),
                        other.point() == null ? null : other.point().longitude(),
                        other.takenAt() == null ? null : words.local(other.takenAt()),
                        null,
                        List.of(),
                        false,
                        other.parameters()))
                .orElseGet(() -> of(List.of("cod", "nh3-n", "tp")));
    }

    @Override
    public TakeSampleForm blank() {
        return of(List.of());
    }

    private static TakeSampleForm of(List<String> parameters) {
        return new TakeSampleForm(null, null, null, null, null, null, null, null, List.of(), false, parameters);
    }

    private static Optional<SampleView> counterpart(Asked asked) {
        List<SampleView> samples = asked.view().samples();
        String own = asked.reader().side();
        return samples.stream()
                .filter(sample -> !sample.side().equals(own))
                .filter(sample -> samples.stream()
                        .noneMatch(
                                part -> part.side().equals(own) && part.number().equals(sample.number())))
                .findFirst();
    }

    @Override
    public List<Row> context(Asked asked) {
        return counterpart(asked).map(sample -> registered(sample, words)).orElse(List.of());
    }

    static List<Row> registered(SampleView sample, Words words) {
        return List.of(
                Row.text("case.sample.number", sample.number()),
                Row.text("case.sample.part.word", words.sayOr("case.sample.part." + sample.part(), sample.part())),
                Row.text("case.sample.medium", words.sayOr("case.sample.medium." + sample.medium(), sample.medium())),
                Row.time("case.sample.takenAt", sample.takenAt()),
                Row.text("case.sample.seal", sample.seal()));
    }

    @Override
    public Map<String, List<Choice>> everywhere() {
        return Map.of(
                "parts", Choice.of("split", "field-duplicate", "retained"),
                "media", Choice.of("wastewater", "surface-water"),
                "yesNo", Choice.of("yes", "no"),
                "parameters", Choice.of(PARAMETERS));
    }

    @Override
    public Map<String, List<Choice>> here(Asked asked) {
        return Map.of("takenBy", colleagues.of(asked.reader()));
    }

    /** As many as are taken, until the end. */
    @Override
    public List<String> subjects(CaseView view, Reader reader) {
        return view.isClosed() ? List.of() : List.of("");
    }

    /** Both parts of the same sample, and whatever of the own side has the same seal. */
    @Override
    public List<Said> said(TakeSampleForm form, Asked now) {
        return now.view().samples().stream()
                .filter(sample ->
                        sample.number().equals(Typed.text(form.number())) || isSealed(sample, form, now.reader()))
                .map(sample -> new Said(sample.side(), visits.said(sample)))
                .toList();
    }

    private static boolean isSealed(SampleView sample, TakeSampleForm form, Reader reader) {
        return sample.side().equals(reader.side()) && Typed.text(form.seal()).equals(sample.seal());
    }

    @Override
    public Command command(TakeSampleForm form, Asked asked) {
        return Command.of(
                new Taken(
                        Typed.text(form.number()),
                        Typed.text(form.part()),
                        Typed.text(form.medium()),
                        "yes".equals(form.grab()),
                        new Place(null, null, form.pointLat(), form.pointLon()),
                        words.instant(Typed.given(form.takenAt())),
                        Typed.text(form.seal()),
                        Colleagues.inspectors(asked.reader(), form.takenBy(), form.credentialsShown()),
                        form.parameters()),
                "/samples");
    }
}
