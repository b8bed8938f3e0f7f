package org.lianzhi.portal.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who must act next.
 *
 * @param key message key of the act
 * @param side whose turn it is: {@code hn} or {@code gx}
 * @param mine whether it is the reader's own office
 */
public record Turn(
        String key, String side, String office, @Nullable Instant due, boolean late, boolean mine) {}
