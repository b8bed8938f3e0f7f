package org.lianzhi.portal.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.Place;

/** A joint case as lists tell it. */
public record CaseLine(
        String id,
        @Nullable String category,
        @Nullable Place affectedWater,
        @Nullable Place suspectedFacility,
        @Nullable String lead,
        @Nullable String counterpart,
        String state,
        List<CaseView.TurnView> turns,
        @Nullable Instant dueAt,
        @Nullable Boolean overdue,
        @Nullable Boolean synthetic,
        @Nullable Instant openedAt,
        @Nullable Instant lastAt) {

    public CaseLine {
        turns = turns == null ? List.of() : List.copyOf(turns);
    }
}
