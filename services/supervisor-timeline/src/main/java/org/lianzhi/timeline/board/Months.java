package org.lianzhi.timeline.board;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** Days and months as people on both sides count them. */
public final class Months {

    public static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    /** No joint case is older. */
    public static final YearMonth FIRST = YearMonth.of(2024, 1);

    private Months() {}

    public static YearMonth of(Instant at) {
        return YearMonth.from(dayOf(at));
    }

    public static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, BEIJING);
    }

    /** All months from one to another, none before the first of all. */
    public static List<YearMonth> between(YearMonth from, YearMonth to) {
        return Stream.iterate(
                        from.isBefore(FIRST) ? FIRST : from, month -> !month.isAfter(to), month -> month.plusMonths(1))
                .toList();
    }
}
