package org.lianzhi.timeline.board;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a report led to, and how long that took.
 *
 * @param caseId null as long as it led to no case
 * @param filed null where its filing is of a version that is not known here
 * @param decidedAt when the office said whether it deals with it
 */
public record ReportLink(
        String stream,
        @Nullable String caseId,
        @Nullable Filed filed,
        @Nullable Instant decidedAt) {

    /**
     * How it came.
     *
     * @param channel code
     * @param triageBy until when the office was to decide
     */
    public record Filed(String channel, String bureau, Instant at, Instant triageBy, boolean synthetic) {}

    ReportLink filed(Filed filing) {
        return new ReportLink(stream, caseId, filing, decidedAt);
    }

    /** The first decision counts. */
    ReportLink decided(Instant at, @Nullable String opened) {
        return new ReportLink(stream, opened == null ? caseId : opened, filed, decidedAt == null ? at : decidedAt);
    }
}
