package org.lianzhi.portal.report;

import java.time.Instant;
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
     * @param triageBy until when the reporter knows whether it is accepted
     */
    record Answer(String number, String code, Name office, Instant triageBy) {}

    /** A tracking code belongs into no log. */
    @Override
    public String toString() {
        return "a filed report";
    }
}
