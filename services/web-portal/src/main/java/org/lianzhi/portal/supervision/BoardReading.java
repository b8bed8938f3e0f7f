package org.lianzhi.portal.supervision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Link;
import org.lianzhi.portal.component.Option;
import org.lianzhi.portal.component.Paging;
import org.lianzhi.portal.component.Select;
import org.lianzhi.portal.component.Table;
import org.lianzhi.portal.component.View;
import org.lianzhi.portal.supervision.TimelineView.Listed;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

/** The board as a supervisor reads it. */
@Component
class BoardReading {

    private static final int CASES_PER_PAGE = 20;
    private static final List<String> COLUMNS = List.of(
            "number", "category", "state", "lead", "waits", "dueAt", "overdue", "dormant", "openedAt", "lastAt");

    private final Words words;

    BoardReading(Words words) {
        this.words = words;
    }

    CasesPage page(List<Listed> all, FiguresView.@Nullable Figure undecided, Board board) {
        List<Listed> chosen = board.chosen(all);
        List<Listed> shown = board.shown(all);
        Paging paging = Paging.of(board.page(), CASES_PER_PAGE, shown.size());
        return new CasesPage(
                late(all, board),
                Arrays.stream(CaseFilter.values())
                        .map(each -> new View(
                                "supervision.view." + each.code(),
                                board.href(Board.PATH, each),
                                count(chosen, each, board),
                                each == board.view()))
                        .toList(),
                selects(all, board),
                chips(board),
                board.view().code(),
                paging.part(shown).stream().map(listed -> line(listed, board)).toList(),
                paging.pages(board.href(Board.PATH, board.view())),
                board.dormantAfter(),
                undecided(undecided),
                board.href(Board.PATH + "/cases.csv", board.view()),
                board.href(Board.PATH + "/cases.xlsx", board.view()),
                Board.PATH + "/live",
                Board.PATH + "/parts",
                board.now());
    }

    private static @Nullable Long count(List<Listed> chosen, CaseFilter view, Board board) {
        return view.needsClosed() && !board.view().needsClosed()
                ? null
                : chosen.stream().filter(listed -> view.shows(listed, board)).count();
    }

    private static CasesPage.@Nullable Undecided undecided(FiguresView.@Nullable Figure figure) {
        if (figure == null || figure.counted() == 0) {
            return null;
        }
        int inTime = figure.onTime() == null ? figure.counted() : figure.onTime();
        return new CasesPage.Undecided(figure.counted(), figure.counted() - inTime, FigureFilter.PATH + "/undecided");
    }

    private List<CasesPage.Office> late(List<Listed> all, Board board) {
        List<CasesPage.Office> offices = new ArrayList<>();
        Board.lateOffices(all)
                .forEach((bureau, cases) -> offices.add(new CasesPage.Office(
                        words.office(bureau),
                        side(bureau, all),
                        cases,
                        Board.href(Board.PATH, CaseFilter.OVERDUE, bureau, null, null))));
        return offices;
    }

    private String side(String bureau, List<Listed> all) {
        return all.stream()
                .flatMap(listed -> listed.owed().stream())
                .filter(owed -> bureau.equals(owed.bureau()))
                .map(TimelineView.Owing::side)
                .findFirst()
                .orElse("");
    }

    private List<Select> selects(List<Listed> all, Board board) {
        Stream<String> offices = all.stream().flatMap(Board::offices);
        Stream<String> categories = all.stream()
                .flatMap(listed -> Stream.ofNullable(listed.summary().category()));
        return List.of(
                select("office", offices, board.office(), words::office),
                select("category", categories, board.category(), this::category),
                select(
                        "owes",
                        all.stream().flatMap(listed -> listed.owed().stream()).map(TimelineView.Owing::act),
                        board.owes(),
                        this::owes));
    }

    private static Select select(
            String name, Stream<String> values, @Nullable String chosen, UnaryOperator<String> spoken) {
        return new Select(
                name,
                values.distinct()
                        .sorted()
                        .map(value -> new Option(value, spoken.apply(value), value.equals(chosen)))
                        .toList());
    }

    private List<Link> chips(Board board) {
        List<Link> chips = new ArrayList<>();
        chip(chips, board, "office", board.office(), words::office);
        chip(chips, board, "category", board.category(), this::category);
        chip(chips, board, "owes", board.owes(), this::owes);
        return chips;
    }

    private void chip(
            List<Link> chips, Board board, String choice, @Nullable String value, UnaryOperator<String> spoken) {
        if (value != null) {
            chips.add(new Link(
                    words.say("supervision.filter." + choice) + ": " + spoken.apply(value), board.without(choice)));
        }
    }

    private String owes(String act) {
        return words.sayOr("timeline.owes." + act, act);
    }

    private String category(String code) {
        return words.sayOr("report.category." + code, code);
    }

    private CasesPage.Line line(Listed listed, Board board) {
        TimelineView.Summary summary = listed.summary();
        Instant now = board.now();
        Instant last = Objects.requireNonNullElse(summary.lastAt(), now);
        Instant opened = Objects.requireNonNullElse(summary.openedAt(), last);
        return new CasesPage.Line(
                "/supervision/cases/" + listed.id(),
                words.caseNumber(listed.id()),
                words.title(summary.category(), null),
                SupervisionReading.state(listed.stateOrGuess()),
                summary.lead(),
                listed.isOver() ? List.of() : waits(listed, now),
                opened,
                Duration.between(opened, listed.isOver() ? last : now),
                listed.isOverdue(),
                board.isDormant(listed) ? Duration.between(last, now) : null,
                summary.isSynthetic());
    }

    private List<CasesPage.Wait> waits(Listed listed, Instant now) {
        if (listed.owed().isEmpty() && listed.waiting() != null) {
            return List.of(new CasesPage.Wait(listed.waiting(), "", "", null, null, null));
        }
        return listed.owed().stream()
                .map(owed -> new CasesPage.Wait(
                        owed.side(),
                        words.office(owed.bureau()),
                        owes(owed.act()),
                        owed.since() == null ? null : Duration.between(owed.since(), now),
                        owed.dueAt(),
                        owed.dueAt() != null && owed.dueAt().isBefore(now)
                                ? Duration.between(owed.dueAt(), now)
                                : null))
                .toList();
    }

    /** All pages of what is shown. */
    Table table(List<Listed> all, Board board) {
        return new Table(
                "cases",
                COLUMNS.stream()
                        .map(column -> words.say("supervision.column." + column))
                        .toList(),
                board.shown(all).stream()
                        .map(listed -> cells(listed, line(listed, board)))
                        .toList());
    }

    private List<String> cells(Listed listed, CasesPage.Line line) {
        return List.of(
                line.number(),
                line.title(),
                words.say(line.state().key()),
                line.lead() == null ? "" : words.side(line.lead()),
                String.join(
                        " | ",
                        line.waits().stream()
                                .map(wait -> words.side(wait.side()) + " " + wait.office() + " " + wait.what())
                                .toList()),
                written(listed.dueAt()),
                words.say(line.overdue() ? "timeline.yes" : "timeline.no"),
                words.say(line.still() != null ? "timeline.yes" : "timeline.no"),
                line.openedAt().toString(),
                written(listed.summary().lastAt()));
    }

    private static String written(@Nullable Instant at) {
        return at == null ? "" : at.toString();
    }
}
