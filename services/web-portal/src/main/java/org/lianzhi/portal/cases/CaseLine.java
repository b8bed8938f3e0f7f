package org.lianzhi.portal.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.Place;

/**
 * A joint case as lists tell it.
 *
 * @param responsible reference of somebody of the own office
 * @param acting who does that person's work today
 */
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
        @Nullable Instant lastAt,
        @Nullable String responsible,
        @Nullable String acting) {

    public CaseLine {
        turns = turns == null ? List.of() : List.copyOf(turns);
    }
}
