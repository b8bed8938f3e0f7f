package org.lianzhi.portal.supervision;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.lianzhi.portal.component.Link;
import org.lianzhi.portal.component.Option;
import org.lianzhi.portal.component.Paging;
import org.lianzhi.portal.component.Select;
import org.lianzhi.portal.component.View;
import org.lianzhi.portal.supervision.FiguresPage.Line;
import org.lianzhi.portal.words.Words;
import org.lianzhi.territory.Agreement;
import org.springframework.stereotype.Component;

/** Figures as a supervisor reads them. */
@Component
class FiguresReading {

    static final int PER_PAGE = 50;

    private final Words words;
    private final FigureWords spoken;

    FiguresReading(Words words, FigureWords spoken) {
        this.words = words;
        this.spoken = spoken;
    }

    FiguresPage page(FiguresView view, FigureFilter filter) {
        return new FiguresPage(
                view.synthetic() == 0
                        ? List.of()
                        : List.of(
                                data("real", view.real(), view, filter),
                                data("synthetic", view.synthetic(), view, filter)),
                filter.of("data"),
                selects(filter),
                filter.of("from"),
                filter.of("to"),
                chips(FigureFilter.PATH, filter),
                lines(view.cases(), filter),
                view.states().stream().map(figure -> state(figure, filter)).toList(),
                lines(view.reports(), filter),
                view.channels().entrySet().stream()
                        .map(each -> words.say("figures.channel", spoken.channel(each.getKey()), each.getValue()))
                        .toList(),
                filter.href(FigureFilter.PATH + ".csv"),
                filter.href(FigureFilter.PATH + ".xlsx"),
                view.asOf());
    }

    private static View data(String data, int count, FiguresView view, FigureFilter filter) {
        return new View(
                "figures.data." + data, filter.with(FigureFilter.PATH, "data", data), count, data.equals(view.data()));
    }

    private List<Select> selects(FigureFilter filter) {
        List<Agreement> agreements = words.territory().agreements().toList();
        Stream<String> offices = agreements.stream()
                .flatMap(agreement -> agreement.parties().stream())
                .flatMap(party -> party.counties().stream())
                .map(county -> county.branch().code());
        return List.of(
                select("agreement", agreements.stream().map(Agreement::id), filter, spoken::agreement),
                select("office", offices, filter, words::office));
    }

    private static Select select(
            String name, Stream<String> values, FigureFilter filter, UnaryOperator<String> spoken) {
        return new Select(
                name,
                values.distinct()
                        .sorted()
                        .map(value -> new Option(value, spoken.apply(value), value.equals(filter.of(name))))
                        .toList());
    }

    private List<Link> chips(String path, FigureFilter filter) {
        return FigureFilter.CHIPS.stream()
                .filter(name -> filter.of(name) != null)
                .map(name -> new Link(
                        words.say("figures.filter." + name) + ": "
                                + spoken.choice(name, Objects.requireNonNull(filter.of(name))),
                        filter.with(path, name, null)))
                .toList();
    }

    private List<Line> lines(List<FiguresView.Figure> figures, FigureFilter filter) {
        return figures.stream().map(figure -> line(figure, filter)).toList();
    }

    private Line line(FiguresView.Figure figure, FigureFilter filter) {
        return new Line(
                words.say("figures." + figure.code()),
                spoken.value(figure),
                spoken.counted(figure),
                words.say("figures." + figure.code() + ".means"),
                filter.href(FigureFilter.PATH + "/" + figure.code()));
    }

    private Line state(FiguresView.Figure figure, FigureFilter filter) {
        return new Line(
                spoken.state(figure.code()),
                spoken.value(figure),
                spoken.counted(figure),
                words.say("figures.in-state.means"),
                filter.with(FigureFilter.PATH + "/in-state", "state", figure.code()));
    }

    BehindPage behind(FiguresView.Behind view, FigureFilter filter) {
        String path = FigureFilter.PATH + "/" + view.code();
        return new BehindPage(
                new FigureFilter(filter.chosen(), null, 1).href(FigureFilter.PATH),
                filter.state() == null ? line(view.figure(), filter) : state(view.figure(), filter),
                chips(path, filter),
                !FigureWords.isCount(view.code()) || view.code().equals("resolutions"),
                view.code().endsWith("-on-time") || view.code().equals("undecided"),
                view.units().stream().map(unit -> line(unit, view.code())).toList(),
                Paging.of(filter.page(), PER_PAGE, view.total()).pages(filter.href(path)),
                filter.href(path + "/units.csv"),
                filter.href(path + "/units.xlsx"));
    }

    private BehindPage.Line line(FiguresView.Unit unit, String code) {
        return new BehindPage.Line(
                spoken.number(unit, code),
                unit.caseId() == null ? null : "/supervision/cases/" + unit.caseId(),
                spoken.about(unit, code),
                unit.from(),
                unit.until(),
                unit.ms() == null ? null : words.say("figures.value.days", FigureWords.days(unit.ms())),
                unit.limit(),
                unit.onTime());
    }
}
