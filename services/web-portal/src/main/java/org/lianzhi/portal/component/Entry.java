package org.lianzhi.portal.component;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a timeline.
 *
 * @param key message key of what happened
 * @param side {@code hn}, {@code gx} or {@code cn}
 * @param office whose act it is
 * @param person role of the acting person, or absent for an act of the system
 * @param words what was said about it
 * @param sincePrevious time since the step before; absent at the first
 * @param late whether the step came after its limit
 */
public record Entry(
        String key,
        Instant at,
        String side,
        String office,
        @Nullable String person,
        List<String> words,
        @Nullable Duration sincePrevious,
        boolean late) {}
