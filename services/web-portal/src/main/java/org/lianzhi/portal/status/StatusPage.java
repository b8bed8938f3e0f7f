package org.lianzhi.portal.status;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a report, in plain words and without anything that names the reporter.
 *
 * @param office that answers for it now
 * @param updatedAt of the last step
 * @param reply the bureau's answer, once there is one
 * @param askIfFixed whether the reporter is asked if it is really fixed
 */
public record StatusPage(
        List<Step> steps,
        String office,
        Instant updatedAt,
        @Nullable String reply,
        boolean askIfFixed) {

    /**
     * A step behind, at or ahead of the report.
     *
     * @param key message key
     * @param state {@code done}, {@code now} or {@code later}
     * @param words more in plain words
     * @param promised until when it is to be done
     */
    public record Step(
            String key,
            String state,
            @Nullable Instant at,
            @Nullable String words,
            @Nullable Instant promised) {}
}
