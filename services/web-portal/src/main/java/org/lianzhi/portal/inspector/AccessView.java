package org.lianzhi.portal.inspector;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Accesses as supervisor-timeline tells them, and looks as joint-investigation does. */
final class AccessView {

    private AccessView() {}

    record Items(List<Item> items, long total) {}

    /** @param reason null for the inspector */
    record Item(
            String id,
            String side,
            String inspector,
            String authority,
            @Nullable String reason,
            List<String> cases,
            @Nullable String agreement,
            @Nullable LocalDate openedFrom,
            @Nullable LocalDate openedTo,
            Instant from,
            Instant until,
            String state,
            Instant grantedAt,
            @Nullable Instant endedAt,
            @Nullable String endReason,
            int looks,
            @Nullable Instant lastLookAt) {

        boolean isOver() {
            return state.equals("over") || state.equals("ended");
        }
    }

    record Looks(List<Look> items, long total) {}

    /** @param subject id of the case; null for the list of cases */
    record Look(@Nullable String subject, String part, Instant at) {}
}
