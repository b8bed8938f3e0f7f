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
     * @param triageBy until when the reporter knows whether it is accepted
     */
    record Answer(String number, String code, @Nullable String secret, Name office, Instant triageBy) {

        @Override
        public String toString() {
            return "an answer";
        }
    }

    /** A tracking code belongs into no log. */
    @Override
    public String toString() {
        return "a filed report";
    }
}
