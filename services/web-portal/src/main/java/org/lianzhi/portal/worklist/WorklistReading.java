package org.lianzhi.portal.worklist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.cases.Acts;
import org.lianzhi.portal.cases.CaseLine;
import org.lianzhi.portal.cases.CaseView.TurnView;
import org.lianzhi.portal.cases.Colleagues;
import org.lianzhi.portal.cases.Reader;
import org.lianzhi.portal.component.Paging;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.Tone;
import org.lianzhi.portal.component.View;
import org.lianzhi.portal.instruction.InstructionReading;
import org.lianzhi.portal.instruction.SupervisionView;
import org.lianzhi.portal.instruction.Supervisions;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

/** Both kinds of matters in one list: overdue first, then by what is due next. */
@Component
class WorklistReading {

    static final int PER_PAGE = 20;
    private static final int MOST_INSTRUCTIONS = 200;

    private static final Comparator<WorklistPage.Item> MOST_URGENT = Comparator.comparing(
                    (WorklistPage.Item item) -> !item.overdue())
            .thenComparing(WorklistPage.Item::due, Comparator.nullsLast(Comparator.naturalOrder()));

    private final Words words;
    private final Matters matters;
    private final Supervisions supervisions;
    private final Colleagues colleagues;

    WorklistReading(Words words, Matters matters, Supervisions supervisions, Colleagues colleagues) {
        this.colleagues = colleagues;
        this.words = words;
        this.matters = matters;
        this.supervisions = supervisions;
    }

    WorklistPage page(Worklist view, int page, Reader reader, long unread) {
        int wanted = Math.max(1, page) * PER_PAGE;
        Matters.Reports reports = matters.reports(view == Worklist.CLOSED ? "all" : "open", wanted);
        Matters.Cases cases = matters.cases(view.code(), wanted);
        List<WorklistPage.Item> items = new ArrayList<>();
        if (cases != null) {
            cases.items().stream().map(line -> item(line, reader)).forEach(items::add);
        }
        if (reports != null) {
            reports.items().stream()
                    .filter(view::shows)
                    .map(report -> item(report, reader))
                    .forEach(items::add);
        }
        List<SupervisionView.Item> instructions = instructions();
        instructions.stream()
                .filter(view::shows)
                .map(asked -> item(asked, reader))
                .forEach(items::add);
        items.sort(MOST_URGENT);
        Paging paging = Paging.of(page, PER_PAGE, Math.max(items.size(), view.count(reports, cases, instructions)));
        return new WorklistPage(
                views(view, reports, cases, instructions),
                paging.part(items),
                paging.pages(Worklist.href(view)),
                away(reports, cases),
                unread);
    }

    private static List<View> views(
            Worklist current,
            Matters.@Nullable Reports reports,
            Matters.@Nullable Cases cases,
            List<SupervisionView.Item> instructions) {
        List<View> views = new ArrayList<>();
        for (Worklist view : Worklist.values()) {
            views.add(new View(
                    "worklist.view." + view.code(),
                    Worklist.href(view),
                    view.count(reports, cases, instructions),
                    view == current));
        }
        return views;
    }

    /** Of the own office; none while they cannot be told, which the cases' absence says already. */
    private List<SupervisionView.Item> instructions() {
        SupervisionView.Listed owed = supervisions.owed(MOST_INSTRUCTIONS);
        return owed == null ? List.of() : owed.items();
    }

    private static List<String> away(Matters.@Nullable Reports reports, Matters.@Nullable Cases cases) {
        List<String> away = new ArrayList<>();
        if (reports == null) {
            away.add("worklist.away.reports");
        }
        if (cases == null) {
            away.add("worklist.away.cases");
        }
        return away;
    }

    private WorklistPage.Item item(ReportLine report, Reader reader) {
        Tone tone = report.isUndecided() ? Tone.ATTENTION : Tone.PLAIN;
        return new WorklistPage.Item(
                "/staff/reports/" + report.id(),
                words.reportNumber(report.id()),
                words.title(report.category(), null),
                words.county(report.county()),
                new Tag("state.report." + report.state(), tone),
                report.isUndecided() ? "triage.turn" : "worklist.next.none",
                report.isUndecided() && !reader.side().isEmpty() ? reader.side() : null,
                report.isUndecided() ? report.triageBy() : null,
                report.isUndecided() && report.isOverdue(),
                Boolean.TRUE.equals(report.synthetic()),
                null);
    }

    private WorklistPage.Item item(SupervisionView.Item asked, Reader reader) {
        SupervisionView.Given instruction = asked.instruction();
        return new WorklistPage.Item(
                InstructionReading.ofOffice(asked.caseId()),
                words.caseNumber(asked.caseId()),
                words.say("instruction.matter", words.title(asked.category(), asked.affectedWater())),
                words.office(instruction.giver()),
                InstructionReading.stage(instruction),
                instruction.isRunning() ? "instruction.turn" : "worklist.next.none",
                instruction.isRunning() && !reader.side().isEmpty() ? reader.side() : null,
                instruction.dueAt(),
                instruction.overdue(),
                Boolean.TRUE.equals(asked.synthetic()),
                null);
    }

    private WorklistPage.Item item(CaseLine line, Reader reader) {
        @Nullable
        TurnView turn = line.turns().stream()
                .min(Comparator.comparing((TurnView next) -> !next.side().equals(reader.side()))
                        .thenComparing(TurnView::dueAt, Comparator.nullsLast(Comparator.naturalOrder())))
                .orElse(null);
        Instant due = turn == null || turn.dueAt() == null ? line.dueAt() : turn.dueAt();
        return new WorklistPage.Item(
                Acts.caseHref(line.id()),
                words.caseNumber(line.id()),
                words.title(line.category(), line.affectedWater()),
                words.counties(line.affectedWater(), line.suspectedFacility()),
                Acts.state(line.state()),
                turn == null ? "worklist.next.none" : Acts.key(turn.act()),
                turn == null ? null : turn.side(),
                due,
                Boolean.TRUE.equals(line.overdue()),
                Boolean.TRUE.equals(line.synthetic()),
                responsible(line, reader));
    }

    private @Nullable String responsible(CaseLine line, Reader reader) {
        if (line.responsible() == null) {
            return null;
        }
        String person = colleagues.name(reader, line.responsible());
        return line.acting() == null || line.acting().equals(line.responsible())
                ? words.say("worklist.responsible", person)
                : words.say("worklist.responsible.standIn", person, colleagues.name(reader, line.acting()));
    }
}
