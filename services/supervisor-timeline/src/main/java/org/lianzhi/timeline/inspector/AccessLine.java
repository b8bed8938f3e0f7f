package org.lianzhi.timeline.inspector;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.StreamId;
import org.lianzhi.model.AccessEvent.AccessGranted;
import org.lianzhi.model.wire.EventJson;

/**
 * An access as it stands.
 *
 * @param type and {@code json} of the event that granted it, as it came
 * @param endedAt null as long as nobody ended it before its time
 * @param looks how often it was used
 */
public record AccessLine(
        String stream,
        String type,
        String json,
        Instant grantedAt,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        int looks,
        @Nullable Instant lastLookAt) {

    /** Empty where a newer version wrote it: then nothing is granted here. */
    public Optional<AccessGranted> grant() {
        return EventJson.read(type, json.getBytes(StandardCharsets.UTF_8))
                .filter(AccessGranted.class::isInstance)
                .map(AccessGranted.class::cast);
    }

    public String side() {
        return StreamId.parse(stream).side();
    }

    /** Whether this person may use it now. */
    public boolean isOpenTo(String inspector, Instant now) {
        return endedAt == null
                && grant().filter(granted -> granted.inspector().equals(inspector) && granted.isInTime(now))
                        .isPresent();
    }
}
