package org.lianzhi.timeline.board;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the lists say of a case. Null parts are not known before the opening was received.
 *
 * @param sides state of each record, in the order in which they were received
 */
public record CaseSummary(
        @Nullable String agreement,
        @Nullable String lead,
        @Nullable String leadBureau,
        @Nullable String counterpart,
        @Nullable String counterpartBureau,
        @Nullable String category,
        @Nullable Instant openedAt,
        Instant lastAt,
        boolean synthetic,
        List<SideState> sides) {

    public CaseSummary {
        sides = List.copyOf(sides);
    }

    /**
     * One side's record.
     *
     * @param last wire name without version of its last event
     */
    public record SideState(String side, String last, Instant at, boolean closed, boolean declined) {}
}
