package org.lianzhi.portal.supervision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A case at a moment, as supervisor-timeline tells it. */
record AsOfView(
        String id,
        TimelineView.Summary summary,
        Instant at,
        @Nullable Instant firstAt,
        Known today,
        List<Known> then,
        List<Fact> lines,
        @Nullable List<TimelineView.Unreadable> unreadable) {

    List<TimelineView.Unreadable> missing() {
        return unreadable == null ? List.of() : unreadable;
    }

    /** What a side knew, or what both records say today. */
    record Known(
            @Nullable String side,
            @Nullable String state,
            Map<String, Long> versions,
            List<TimelineView.Owed> unanswered) {}

    /** @param then codes by side; null where it did not know of it */
    record Fact(String kind, String side, int number, String today, Map<String, @Nullable String> then) {}
}
