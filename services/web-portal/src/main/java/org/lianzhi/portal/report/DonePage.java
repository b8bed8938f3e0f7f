package org.lianzhi.portal.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The report has arrived.
 *
 * @param code the tracking code in groups of four; shown here and never again
 * @param qr opens the status page of this report
 * @param number by which the office calls the report; it opens nothing
 * @param office that will look at it first
 * @param answerBy when the citizen will know at the latest whether it is accepted; null where it has been
 * @param contactGiven whether a message will be sent
 * @param follows whether somebody else reported it
 * @param draft of which it was made: a phone that kept it forgets it now
 */
public record DonePage(
        String code,
        @Nullable QrCode qr,
        String number,
        String office,
        @Nullable Instant answerBy,
        boolean contactGiven,
        boolean follows,
        String draft) {}
