package org.lianzhi.timeline.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that one side owes.
 *
 * @param act code of what is owed: {@code acknowledge}, {@code answer-inspection}, {@code answer-finding},
 *     {@code measure-done}, {@code verify-measure} or {@code sign}
 * @param side that owes it
 * @param asked id of the event since when it is owed
 * @param dueAt null where there is no limit
 */
public record Exchange(
        String act,
        String side,
        String asked,
        Instant since,
        @Nullable Instant dueAt) {

    Exchange dueBy(Instant other) {
        return new Exchange(act, side, asked, since, other);
    }

    /** Whether an answer at that time came, or still would come, after the limit. */
    public boolean isLate(Instant at) {
        return dueAt != null && dueAt.isBefore(at);
    }
}
