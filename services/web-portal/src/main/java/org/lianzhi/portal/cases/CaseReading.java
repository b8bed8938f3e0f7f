package org.lianzhi.portal.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.ReleasedSummary;
import org.lianzhi.portal.cases.CaseView.TurnView;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.words.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A case as its page shows it to one reader. */
@Component
public final class CaseReading {

    private static final Comparator<TurnView> MOST_URGENT =
            Comparator.comparing(TurnView::dueAt, Comparator.nullsLast(Comparator.naturalOrder()));

    /** Acts for which the other side does not wait. */
    private static final Set<String> APART = Set.of("after-check", "record-reply");

    private final Words words;
    private final RecordsSideBySide records;
    private final ResultsReading results;
    private final CaseSights sights;
    private final Leading leading;
    private final CaseTasks tasks;
    private final BesideReading beside;
    private final Clock clock;

    CaseReading(
            Words words,
            RecordsSideBySide records,
            ResultsReading results,
            CaseSights sights,
            Leading leading,
            CaseTasks tasks,
            BesideReading beside,
            ObjectProvider<Clock> clock) {
        this.clock = clock.getIfAvailable(Clock::systemUTC);
        this.words = words;
        this.records = records;
        this.results = results;
        this.sights = sights;
        this.leading = leading;
        this.tasks = tasks;
        this.beside = beside;
    }

    CasePage page(CaseView view, Reader reader, @Nullable String done) {
        List<Turn> turns = turns(view, reader);
        return new CasePage(
                head(view),
                Acts.state(view.state()),
                leading.line(view),
                turns.isEmpty() ? null : turns.getFirst(),
                turns.stream().skip(1).toList(),
                tasks.steps(view, reader),
                tasks.waiting(view, reader),
                tasks.withdrawals(view, reader),
                view.records().isEmpty() ? List.of() : records.rows(view),
                results.tables(view.samples()),
                beside.of(view, reader),
                summary(view.summary()),
                sights.photos(view),
                sights.places(view),
                sights.json(view),
                done,
                CasePage.Left.NOTHING);
    }

    /** What names the case on each of its pages. */
    public CaseHead head(CaseView view) {
        ReleasedSummary summary = view.summary();
        return new CaseHead(
                Acts.caseHref(view.id()),
                words.caseNumber(view.id()),
                words.title(
                        summary == null ? null : summary.category(), summary == null ? null : summary.affectedWater()),
                summary != null && summary.synthetic());
    }

    private List<Turn> turns(CaseView view, Reader reader) {
        Instant now = clock.instant();
        return view.turns().stream()
                .sorted(Comparator.comparing((TurnView turn) -> !reader.mustDo(turn))
                        .thenComparing(MOST_URGENT))
                .map(turn -> new Turn(
                        Acts.key(turn.act()),
                        turn.side(),
                        words.office(turn.bureau()),
                        turn.dueAt(),
                        turn.late(),
                        waited(view, turn, reader, now),
                        reader.mustDo(turn)))
                .distinct()
                .toList();
    }

    /** Some acts are nobody's answer, and keep nobody waiting. */
    private @Nullable Duration waited(CaseView view, TurnView turn, Reader reader, Instant now) {
        Instant since = view.silence() == null ? null : view.silence().since();
        boolean theirs = !turn.side().equals(reader.side()) && !APART.contains(turn.act());
        return since == null || !theirs ? null : Duration.between(since, now);
    }

    /** What was released of the report; a laboratory is not told what is alleged. */
    public List<Row> summary(@Nullable ReleasedSummary summary) {
        if (summary == null) {
            return List.of();
        }
        Stream<Row> rows = Stream.of(
                Row.text(
                        "release.row.category",
                        words.sayOr("report.category." + summary.category(), summary.category())),
                Row.text("release.row.summary", summary.text()),
                Row.text("release.row.allegedCause", summary.allegedCause()),
                Row.text("release.row.affected", words.place(summary.affectedWater())),
                Row.text(
                        "release.row.source",
                        words.place(
                                summary.suspectedFacility() == null
                                        ? summary.suspectedOutlet()
                                        : summary.suspectedFacility())),
                Row.time("release.row.observedAt", summary.observedAt()),
                Row.text("release.row.weather", words.sayOr("report.weather." + summary.weather(), summary.weather())));
        return rows.filter(row -> row.text() != null || row.time() != null).toList();
    }
}
