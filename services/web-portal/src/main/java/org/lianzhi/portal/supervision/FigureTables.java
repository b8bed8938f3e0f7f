package org.lianzhi.portal.supervision;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Table;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

/** Figures, and what stands behind them, to take away. */
@Component
class FigureTables {

    private static final List<String> FIGURE_COLUMNS = List.of("name", "value", "counted", "means");
    private static final List<String> UNIT_COLUMNS =
            List.of("matter", "id", "about", "from", "until", "days", "limit", "ontime");

    private final Words words;
    private final FigureWords spoken;

    FigureTables(Words words, FigureWords spoken) {
        this.words = words;
        this.spoken = spoken;
    }

    Table all(FiguresPage page) {
        return new Table(
                "figures",
                header("figures.column.", FIGURE_COLUMNS),
                Stream.of(
                                page.cases().stream().map(line -> cells(line, "")),
                                page.states().stream().map(line -> cells(line, words.say("figures.in-state") + " – ")),
                                page.reports().stream().map(line -> cells(line, "")))
                        .flatMap(lines -> lines)
                        .toList());
    }

    private static List<String> cells(FiguresPage.Line line, String before) {
        return List.of(before + line.name(), line.value(), line.counted(), line.means());
    }

    Table behind(String code, List<FiguresView.Unit> units) {
        return new Table(
                "figures-" + code,
                header("figures.unit.", UNIT_COLUMNS),
                units.stream().map(unit -> cells(unit, code)).toList());
    }

    private List<String> cells(FiguresView.Unit unit, String code) {
        return List.of(
                spoken.number(unit, code),
                unit.matter(),
                String.join(" | ", spoken.about(unit, code)),
                unit.from().toString(),
                written(unit.until()),
                unit.ms() == null ? "" : FigureWords.days(unit.ms()),
                written(unit.limit()),
                unit.onTime() == null ? "" : words.say(unit.onTime() ? "timeline.yes" : "timeline.no"));
    }

    private static String written(@Nullable Object moment) {
        return moment == null ? "" : moment.toString();
    }

    private List<String> header(String prefix, List<String> columns) {
        return columns.stream().map(column -> words.say(prefix + column)).toList();
    }
}
