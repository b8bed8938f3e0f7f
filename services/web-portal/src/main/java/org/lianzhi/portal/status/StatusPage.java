package org.lianzhi.portal.status;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a report, in plain words and without anything that names the reporter.
 *
 * @param number of the report
 * @param offices that answer for it now
 * @param updatedAt of the last step
 * @param reply the bureau's answer, once there is one
 * @param askIfFixed whether the reporter is asked if it is really fixed
 * @param answered message key of what the reporter has answered to that
 */
public record StatusPage(
        String number,
        List<Step> steps,
        List<String> offices,
        Instant updatedAt,
        @Nullable String reply,
        boolean askIfFixed,
        @Nullable String answered) {

    public StatusPage {
        steps = List.copyOf(steps);
        offices = List.copyOf(offices);
    }

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
