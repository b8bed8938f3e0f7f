package org.lianzhi.portal.worklist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.cases.Acts;
import org.lianzhi.portal.cases.CaseLine;
import org.lianzhi.portal.cases.CaseView.TurnView;
import org.lianzhi.portal.cases.Colleagues;
import org.lianzhi.portal.cases.Reader;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.Link;
import org.lianzhi.portal.component.Option;
import org.lianzhi.portal.component.Paging;
import org.lianzhi.portal.component.Select;
import org.lianzhi.portal.component.Table;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.Tone;
import org.lianzhi.portal.component.View;
import org.lianzhi.portal.form.Keys;
import org.lianzhi.portal.instruction.InstructionReading;
import org.lianzhi.portal.instruction.SupervisionView;
import org.lianzhi.portal.instruction.Supervisions;
import org.lianzhi.portal.words.Words;
import org.lianzhi.portal.worklist.WorklistFilter.Listed;
import org.springframework.stereotype.Component;

/** Both kinds of matters in one list: overdue first, then by what is due next. */
@Component
class WorklistReading {

    static final int PER_PAGE = 20;
    private static final int MOST_INSTRUCTIONS = 200;
    private static final List<String> COLUMNS =
            List.of("number", "matter", "area", "state", "next", "side", "due", "overdue", "assigned");

    private static final Comparator<WorklistPage.Item> MOST_URGENT = Comparator.comparing(
                    (WorklistPage.Item item) -> !item.overdue())
            .thenComparing(WorklistPage.Item::due, Comparator.nullsLast(Comparator.naturalOrder()));

    private final Words words;
    private final Matters matters;
    private final Supervisions supervisions;
    private final OfficeDesk desk;
    private final Colleagues colleagues;

    WorklistReading(Words words, Matters matters, Supervisions supervisions, OfficeDesk desk, Colleagues colleagues) {
        this.words = words;
        this.matters = matters;
        this.supervisions = supervisions;
        this.desk = desk;
        this.colleagues = colleagues;
    }

    /** What the services tell, before anything is left out. */
    private record Told(
            Matters.@Nullable Reports reports,
            Matters.@Nullable Cases cases,
            List<SupervisionView.Item> instructions,
            List<Listed> all) {}

    WorklistPage page(WorklistFilter filter, Reader reader, long unread) {
        Worklist view = filter.view();
        // What is left out must be read before it is known that it is; nobody counts the decided reports.
        boolean whole = filter.narrows() || view == Worklist.CLOSED;
        Told told = told(view, whole ? Integer.MAX_VALUE : Math.max(1, filter.page()) * PER_PAGE, reader);
        OfficeDesk.State state = desk.state();
        List<WorklistPage.Item> items = shown(told, filter, state, reader);
        long known = whole ? 0 : view.count(told.reports(), told.cases(), told.instructions());
        Paging paging = Paging.of(filter.page(), PER_PAGE, Math.max(items.size(), known));
        return new WorklistPage(
                views(filter, told),
                choices(filter, told),
                new WorklistPage.Desk(people(state, reader), saved(state), Keys.fresh()),
                paging.part(items),
                paging.pages(filter.href(WorklistFilter.PATH, view)),
                away(told.reports(), told.cases()),
                unread);
    }

    /** Everything that is shown, on as many pages as it takes. */
    Table table(WorklistFilter filter, Reader reader) {
        Told told = told(filter.view(), Integer.MAX_VALUE, reader);
        return new Table(
                "worklist",
                COLUMNS.stream()
                        .map(column -> words.say("worklist.column." + column))
                        .toList(),
                shown(told, filter, desk.state(), reader).stream()
                        .map(this::cells)
                        .toList());
    }

    private List<String> cells(WorklistPage.Item item) {
        return List.of(
                item.number(),
                item.title(),
                item.area(),
                words.say(item.state().key()),
                words.say(item.next()),
                item.waitingFor() == null ? "" : words.side(item.waitingFor()),
                item.due() == null ? "" : item.due().toString(),
                words.say(item.overdue() ? "timeline.yes" : "timeline.no"),
                item.assigned() == null ? "" : item.assigned());
    }

    private Told told(Worklist view, int wanted, Reader reader) {
        Matters.Reports reports = matters.reports(view == Worklist.CLOSED ? "all" : "open", wanted);
        Matters.Cases cases = matters.cases(view.code(), wanted);
        List<SupervisionView.Item> instructions = instructions();
        List<Listed> all = new ArrayList<>();
        if (cases != null) {
            cases.items()
                    .forEach(line -> all.add(new Listed("case", line.category(), deals(line), item(line, reader))));
        }
        if (reports != null) {
            reports.items().stream()
                    .filter(view::shows)
                    .forEach(report -> all.add(new Listed("report", report.category(), null, item(report, reader))));
        }
        instructions.stream()
                .filter(view::shows)
                .forEach(asked -> all.add(new Listed("instruction", asked.category(), null, item(asked, reader))));
        return new Told(reports, cases, instructions, all);
    }

    private List<WorklistPage.Item> shown(Told told, WorklistFilter filter, OfficeDesk.State state, Reader reader) {
        Map<String, String> names = new HashMap<>();
        colleagues.of(reader).forEach(known -> names.put(known.value(), String.valueOf(known.text())));
        return told.all().stream()
                .filter(listed -> filter.shows(listed, assigned(listed, state), state.me()))
                .map(listed -> named(listed, assigned(listed, state), names))
                .sorted(MOST_URGENT)
                .toList();
    }

    private static @Nullable String assigned(Listed listed, OfficeDesk.State state) {
        String matter = listed.item().matter();
        return matter == null ? listed.person() : state.assigned().get(matter);
    }

    private static WorklistPage.Item named(Listed listed, @Nullable String person, Map<String, String> names) {
        WorklistPage.Item item = listed.item();
        return person == null || item.matter() == null ? item : item.assignedTo(names.getOrDefault(person, person));
    }

    /** Who deals with a case now. */
    private static @Nullable String deals(CaseLine line) {
        return line.acting() == null ? line.responsible() : line.acting();
    }

    private static List<View> views(WorklistFilter filter, Told told) {
        List<View> views = new ArrayList<>();
        for (Worklist view : Worklist.values()) {
            views.add(new View(
                    "worklist.view." + view.code(),
                    filter.href(WorklistFilter.PATH, view),
                    view.count(told.reports(), told.cases(), told.instructions()),
                    view == filter.view()));
        }
        return views;
    }

    private WorklistPage.Choices choices(WorklistFilter filter, Told told) {
        Worklist view = filter.view();
        return new WorklistPage.Choices(
                view.code(),
                List.of(
                        select(filter, WorklistFilter.KIND, List.of("report", "case", "instruction")),
                        select(filter, WorklistFilter.CATEGORY, categories(filter, told)),
                        select(filter, WorklistFilter.WHO, List.of(WorklistFilter.ME, WorklistFilter.NOBODY))),
                Objects.requireNonNullElse(filter.of(WorklistFilter.TEXT), ""),
                filter.chosen().entrySet().stream()
                        .map(choice -> new Link(
                                words.say("worklist.filter." + choice.getKey()) + ": "
                                        + spoken(choice.getKey(), choice.getValue()),
                                filter.without(choice.getKey())))
                        .toList(),
                filter.query(),
                filter.href(WorklistFilter.PATH + "/worklist.csv", view),
                filter.href(WorklistFilter.PATH + "/worklist.xlsx", view));
    }

    /** Those that there are, and the one that is chosen. */
    private static List<String> categories(WorklistFilter filter, Told told) {
        return Stream.concat(
                        told.all().stream().map(Listed::category),
                        Stream.ofNullable(filter.of(WorklistFilter.CATEGORY)))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    private Select select(WorklistFilter filter, String name, List<String> values) {
        return new Select(
                name,
                values.stream()
                        .map(value -> new Option(value, spoken(name, value), value.equals(filter.of(name))))
                        .toList());
    }

    private String spoken(String name, String value) {
        return switch (name) {
            case WorklistFilter.CATEGORY -> words.title(value, null);
            case WorklistFilter.TEXT -> value;
            default -> words.sayOr("worklist.filter." + name + "." + value, value);
        };
    }

    /** A lead says who of the office does it, an officer takes it on or gives it back. */
    private List<Choice> people(OfficeDesk.State state, Reader reader) {
        if (state.me() == null) {
            return List.of();
        }
        List<Choice> people = new ArrayList<>();
        people.add(Choice.named(state.me(), words.say("worklist.assign.me")));
        if (reader.isHead()) {
            colleagues.of(reader).stream()
                    .filter(known -> !state.me().equals(known.value()))
                    .forEach(people::add);
        }
        people.add(Choice.named(WorklistFilter.NOBODY, words.say("worklist.assign.nobody")));
        return people;
    }

    private static List<Link> saved(OfficeDesk.State state) {
        return state.views().stream()
                .map(view -> new Link(
                        view.name(),
                        view.query().isEmpty() ? WorklistFilter.PATH : WorklistFilter.PATH + "?" + view.query()))
                .toList();
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
                "report-" + report.id(),
                null,
                words.reportNumber(report.id()),
                words.title(report.category(), null),
                words.county(report.county()),
                new Tag("state.report." + report.state(), tone),
                report.isUndecided() ? "triage.turn" : "worklist.next.none",
                report.isUndecided() && !reader.side().isEmpty() ? reader.side() : null,
                report.isUndecided() ? report.triageBy() : null,
                report.isUndecided() && report.isOverdue(),
                Boolean.TRUE.equals(report.synthetic()));
    }

    private WorklistPage.Item item(SupervisionView.Item asked, Reader reader) {
        SupervisionView.Given instruction = asked.instruction();
        return new WorklistPage.Item(
                InstructionReading.ofOffice(asked.caseId()),
                null,
                null,
                words.caseNumber(asked.caseId()),
                words.say("instruction.matter", words.title(asked.category(), asked.affectedWater())),
                words.office(instruction.giver()),
                InstructionReading.stage(instruction),
                instruction.isRunning() ? "instruction.turn" : "worklist.next.none",
                instruction.isRunning() && !reader.side().isEmpty() ? reader.side() : null,
                instruction.dueAt(),
                instruction.overdue(),
                Boolean.TRUE.equals(asked.synthetic()));
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
                null,
                responsible(line, reader),
                words.caseNumber(line.id()),
                words.title(line.category(), line.affectedWater()),
                words.counties(line.affectedWater(), line.suspectedFacility()),
                Acts.state(line.state()),
                turn == null ? "worklist.next.none" : Acts.key(turn.act()),
                turn == null ? null : turn.side(),
                due,
                Boolean.TRUE.equals(line.overdue()),
                Boolean.TRUE.equals(line.synthetic()));
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
