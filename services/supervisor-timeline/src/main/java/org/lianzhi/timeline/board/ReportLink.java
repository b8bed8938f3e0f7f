package org.lianzhi.timeline.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report led to, and how long that took.
 *
 * @param caseId null as long as it led to no case
 * @param filed null where its filing is of a version that is not known here
 * @param decidedAt when the office said whether it deals with it
 * @param left offices that it was handed on from; null in documents of an earlier version
 */
public record ReportLink(
        String stream,
        @Nullable String caseId,
        @Nullable Filed filed,
        @Nullable Instant decidedAt,
        @Nullable List<String> left) {

    /**
     * How it came.
     *
     * @param channel code
     * @param bureau that holds it, until it has decided
     * @param triageBy until when the office is to decide; null while it waits for the reporter
     */
    public record Filed(
            String channel,
            String bureau,
            Instant at,
            @Nullable Instant triageBy,
            boolean synthetic) {}

    ReportLink filed(Filed filing) {
        return new ReportLink(stream, caseId, filing, decidedAt, left);
    }

    /** The first decision counts. */
    ReportLink decided(Instant at, @Nullable String opened) {
        return new ReportLink(
                stream, opened == null ? caseId : opened, filed, decidedAt == null ? at : decidedAt, left);
    }

    /** The clock of the first decision runs until then, or stands. */
    ReportLink decideBy(@Nullable Instant limit) {
        return filed == null || decidedAt != null
                ? this
                : filed(new Filed(filed.channel, filed.bureau, filed.at, limit, filed.synthetic));
    }

    /** Another office is to decide. */
    ReportLink handedTo(String bureau) {
        if (filed == null || decidedAt != null) {
            return this;
        }
        List<String> before = new ArrayList<>(leftOrNone());
        before.add(filed.bureau);
        return new ReportLink(
                stream,
                caseId,
                new Filed(filed.channel, bureau, filed.at, filed.triageBy, filed.synthetic),
                null,
                before.stream().filter(each -> !each.equals(bureau)).distinct().toList());
    }

    List<String> leftOrNone() {
        return left == null ? List.of() : left;
    }
}
