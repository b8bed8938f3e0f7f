package org.lianzhi.portal.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lianzhi.territory.Name;

/**
 * A report that has arrived.
 *
 * @param draft id of the answers it was made of
 * @param contactGiven whether the reporter can be told
 */
record Filed(String draft, Answer answer, boolean contactGiven) {

    /**
     * What report-intake says.
     *
     * @param number id of the report
     * @param code the tracking code, in groups of four
     * @param secret for a QR code: it opens the same
     * @param triageBy until when the reporter knows whether it is accepted; null for who follows somebody else's report
     */
    record Answer(
            String number,
            String code,
            @Nullable String secret,
            Name office,
            @Nullable Instant triageBy) {

        @Override
        public String toString() {
            return "an answer";
        }
    }

    /** Whether it is somebody else's report that is followed. */
    boolean follows() {
        return answer.triageBy() == null;
    }

    /** A tracking code belongs into no log. */
    @Override
    public String toString() {
        return "a filed report";
    }
}
