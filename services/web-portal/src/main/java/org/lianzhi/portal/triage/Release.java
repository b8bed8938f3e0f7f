package org.lianzhi.portal.triage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.Place;
import org.lianzhi.model.Side;
import org.lianzhi.model.wire.ContentDigest;

/** What is sent to report-intake, and by it to the other side. */
record Release(Summary summary, Escalation escalation) {

    /**
     * @param photos ids
     * @param shown by id the digest of what was shown of a photo: nothing else is sent
     */
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
            List<String> photos,
            Map<String, String> shown) {}

    record Escalation(
            String agreement,
            int agreementVersion,
            Side lead,
            String leadBureau,
            Side counterpart,
            String counterpartBureau,
            String ground) {}

    /** What is shown of these photos, in an order that is the same each time. */
    static Map<String, String> shown(List<String> photos, Map<String, String> releasable) {
        Map<String, String> shown = new TreeMap<>(releasable);
        shown.keySet().retainAll(photos);
        return shown;
    }

    /** The same for the same content only. */
    String digest() {
        return ContentDigest.of("release", this);
    }
}
