package org.lianzhi.timeline.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.timeline.record.RecordEntry;
import tools.jackson.databind.JsonNode;

/**
 * A step.
 *
 * @param machine whether a policy or a clock did it
 * @param elapsedMs since the step before, in order; null for the first, never negative
 * @param data the event's own content
 */
record TimelineEntry(
        String id,
        String type,
        String stream,
        String side,
        @Nullable String bureau,
        String role,
        boolean machine,
        Instant at,
        @Nullable Long elapsedMs,
        long version,
        String causationId,
        List<RecordEntry.Seen> seen,
        String hash,
        JsonNode data) {}
