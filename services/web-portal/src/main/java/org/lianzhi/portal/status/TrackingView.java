package org.lianzhi.portal.status;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What report-intake tells whoever knows the code.
 *
 * @param report its id
 * @param state {@code received}, {@code accepted}, {@code not-accepted} or {@code cross-border}
 * @param answered {@code confirmed} or {@code contested}; null before the reporter has said whether it is fixed
 */
record TrackingView(
        String report,
        String state,
        Instant filedAt,
        @Nullable Instant triageBy,
        @Nullable Boolean triageOverdue,
        String officeBureau,
        @Nullable String otherBureau,
        @Nullable String notAcceptedReason,
        @Nullable String whereToGo,
        @Nullable List<Update> updates,
        @Nullable CaseProgress caseProgress,
        @Nullable Reply reply,
        @Nullable Boolean askIfFixed,
        @Nullable String answered) {

    record Update(String key, Instant at) {}

    record Reply(String text, @Nullable Instant at) {}

    /** How far the joint case is. */
    record CaseProgress(
            @Nullable String caseId,
            List<Step> steps,
            @Nullable Instant closedAt) {}

    /** @param at null while it has not happened */
    record Step(String key, @Nullable Instant at) {}

    List<Update> allUpdates() {
        return updates == null ? List.of() : updates;
    }

    boolean isAsked() {
        return Boolean.TRUE.equals(askIfFixed);
    }
}
