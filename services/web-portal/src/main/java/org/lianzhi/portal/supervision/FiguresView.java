package org.lianzhi.portal.supervision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Figures as supervisor-timeline tells them. */
record FiguresView(
        Instant asOf,
        String data,
        int real,
        int synthetic,
        List<Figure> cases,
        List<Figure> states,
        List<Figure> reports,
        Map<String, Long> channels) {

    /** A figure; what is null is not told. */
    record Figure(
            String code,
            int counted,
            int leftOut,
            @Nullable Long meanMs,
            @Nullable Integer onTime) {}

    /** What stands behind one. */
    record Behind(String code, String data, Figure figure, List<Unit> units, int page, int size, int total) {}

    /** A case, an office's part in one, or a report. */
    record Unit(
            String matter,
            @Nullable String caseId,
            @Nullable String agreement,
            @Nullable String bureau,
            @Nullable String word,
            Instant from,
            @Nullable Instant until,
            @Nullable Long ms,
            @Nullable Instant limit,
            @Nullable Boolean onTime,
            int ordinal) {}
}
