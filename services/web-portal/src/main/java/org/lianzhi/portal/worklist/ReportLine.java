package org.lianzhi.portal.worklist;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A report as report-intake lists it. */
record ReportLine(
        String id,
        String state,
        @Nullable String category,
        @Nullable String county,
        @Nullable Instant filedAt,
        @Nullable Instant triageBy,
        @Nullable Boolean overdue,
        @Nullable Boolean synthetic) {

    private static final Set<String> UNDECIDED = Set.of("received", "returned", "transferred", "disputed", "proposed");

    boolean isOverdue() {
        return Boolean.TRUE.equals(overdue);
    }

    boolean isUndecided() {
        return UNDECIDED.contains(state);
    }
}
