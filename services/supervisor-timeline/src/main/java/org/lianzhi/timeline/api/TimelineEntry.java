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
 * @param causedBy id of the step of this timeline because of which it was done; null where that was a request
 * @param answers what was owed and is given by this step; null where nothing was
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
        @Nullable String causedBy,
        @Nullable Answer answers,
        List<RecordEntry.Seen> seen,
        String hash,
        JsonNode data) {

    /**
     * How long somebody waited for it.
     *
     * @param asked id of the step that asked
     * @param waitedMs never negative
     * @param late whether it came after its limit
     */
    record Answer(
            String act,
            String asked,
            Instant since,
            @Nullable Instant dueAt,
            long waitedMs,
            boolean late) {}
}
