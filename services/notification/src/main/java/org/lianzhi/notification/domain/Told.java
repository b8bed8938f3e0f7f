package org.lianzhi.notification.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One notice that is to be issued.
 *
 * @param dueAt when the recipient must have acted; null where nothing is due
 */
public record Told(Party party, Kind kind, @Nullable Instant dueAt) {}
