package org.lianzhi.investigation.domain;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.Side;

/**
 * Somebody must act.
 *
 * @param bureau code of the office, a laboratory for its own acts
 * @param ref id of what is to be acted on; null where the act is about the case as a whole
 * @param dueAt null where nothing is due
 */
public record Turn(
        Act act,
        Side side,
        String bureau,
        @Nullable String ref,
        @Nullable Instant dueAt) {

    static final Comparator<Turn> IN_ORDER = Comparator.comparing(Turn::act)
            .thenComparing(Turn::side)
            .thenComparing(turn -> turn.ref() == null ? "" : turn.ref());

    public boolean isOverdue(Instant now) {
        return dueAt != null && now.isAfter(dueAt);
    }
}
