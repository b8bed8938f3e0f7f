package org.lianzhi.portal.cases;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who must act next.
 *
 * @param key message key of the act
 * @param side whose turn it is: {@code hn} or {@code gx}
 * @param waited how long the reader's side has waited for the other; absent where it does not
 * @param mine whether it is the reader's own office
 */
public record Turn(
        String key,
        String side,
        String office,
        @Nullable Instant due,
        boolean late,
        @Nullable Duration waited,
        boolean mine) {}
