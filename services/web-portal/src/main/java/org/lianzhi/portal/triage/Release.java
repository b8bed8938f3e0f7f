package org.lianzhi.portal.triage;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.Place;
import org.lianzhi.model.Side;
import org.lianzhi.model.wire.ContentDigest;

/** What is sent to report-intake, and by it to the other side. */
record Release(Summary summary, Escalation escalation) {

    /** @param photos ids */
    record Summary(
            String category,
            String text,
            String allegedCause,
            Place affectedWater,
            @Nullable Place suspectedOutlet,
            @Nullable Place suspectedFacility,
            Instant observedAt,
            String weather,
            @Nullable Boolean stillGoingOn,
            List<String> photos) {}

    record Escalation(
            String agreement,
            int agreementVersion,
            Side lead,
            String leadBureau,
            Side counterpart,
            String counterpartBureau,
            String ground) {}

    /** The same for the same content only. */
    String digest() {
        return ContentDigest.of("release", this);
    }
}
