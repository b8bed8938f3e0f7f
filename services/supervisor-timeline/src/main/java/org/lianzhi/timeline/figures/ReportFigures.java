package org.lianzhi.timeline.figures;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lianzhi.journal.StreamId;
import org.lianzhi.timeline.board.ReportLink;

/** What the own side counts of its reports. They are internal: no other side's are ever read. */
public final class ReportFigures {

    /** Codes of the figures, in the order in which they are told. */
    public static final List<String> CODES =
            List.of("received", "deciding", "deciding-on-time", "undecided", "led-to-a-case");

    private final List<Unit> units;

    public ReportFigures(Collection<ReportLink> reports, Asked asked, Instant now) {
        this.units = reports.stream()
                .flatMap(report -> unit(report, asked, now))
                .sorted(Comparator.comparing(Unit::from).thenComparing(Unit::matter))
                .toList();
    }

    private static Stream<Unit> unit(ReportLink report, Asked asked, Instant now) {
        ReportLink.Filed filed = report.filed();
        return filed == null
                        || filed.synthetic() != asked.synthetic()
                        || !asked.covers(filed.at())
                        || !asked.isOffice(filed.bureau())
                ? Stream.empty()
                : Stream.of(new Unit(
                                StreamId.parse(report.stream()).id(),
                                report.caseId(),
                                null,
                                filed.bureau(),
                                filed.channel(),
                                filed.at(),
                                null,
                                null,
                                null,
                                null,
                                0)
                        .ended(report.decidedAt())
                        .by(filed.triageBy(), report.decidedAt(), now));
    }

    /** What stands behind a figure, the earliest first; nothing for a code that is none. */
    public List<Unit> units(String code) {
        return switch (code) {
            case "received", "deciding", "deciding-on-time" -> units;
            case "undecided" ->
                units.stream().filter(unit -> unit.until() == null).toList();
            case "led-to-a-case" ->
                units.stream().filter(unit -> unit.caseId() != null).toList();
            default -> List.of();
        };
    }

    public Figure figure(String code) {
        return switch (code) {
            case "deciding" -> Figure.mean(code, units(code));
            case "deciding-on-time" -> Figure.share(code, units(code));
            case "undecided" -> undecided(units(code));
            default -> Figure.count(code, units(code));
        };
    }

    private static Figure undecided(List<Unit> waiting) {
        int late = (int) waiting.stream()
                .filter(unit -> Boolean.FALSE.equals(unit.onTime()))
                .count();
        return new Figure("undecided", waiting.size(), 0, null, waiting.size() - late);
    }

    /** How many came by each channel. */
    public Map<String, Long> channels() {
        return units.stream()
                .collect(Collectors.groupingBy(
                        unit -> Objects.requireNonNullElse(unit.word(), ""), TreeMap::new, Collectors.counting()));
    }
}
