package org.lianzhi.intake.tracking;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.progress.CaseProgress;

/** What a reporter sees: nothing that says who reported. */
record TrackingView(
        String report,
        String stream,
        String state,
        String category,
        Instant filedAt,
        Instant triageBy,
        boolean triageOverdue,
        String officeBureau,
        @Nullable String otherBureau,
        @Nullable String notAcceptedReason,
        @Nullable String whereToGo,
        List<Update> updates,
        @Nullable CaseProgress caseProgress,
        @Nullable PublicReply reply,
        boolean askIfFixed,
        @Nullable String answered,
        boolean askAboutReply,
        @Nullable String rating,
        List<Added> added,
        Reviews.@Nullable View review,
        @Nullable Instant codeRenewedAt,
        boolean follows,
        @Nullable Asked asked,
        @Nullable Dismissal dismissal,
        @Nullable GoingOn goingOn,
        @Nullable String verification) {

    record Update(String key, Instant at) {}

    /** @param verification code of what came out; null where the reply does not say */
    record PublicReply(String text, Instant at, @Nullable String verification) {}

    /** What the reporter added; the words are not shown to whoever has found the code. */
    record Added(Instant at, boolean words, int photos) {}

    /** What the bureau asks, and until when it waits. */
    record Asked(String reason, String question, Instant answerBy, Instant at) {}

    /** Two officers found that the report repeats something or was made up; the reporter can have it decided anew. */
    record Dismissal(String outcome, String reason, String words, Instant at) {}

    /**
     * Where the matter of a merged report goes on: what a bureau did, and nothing of whoever else reported it.
     *
     * @param since when
     */
    record GoingOn(
            Instant since,
            String state,
            String officeBureau,
            @Nullable String otherBureau,
            List<Update> updates,
            @Nullable CaseProgress caseProgress,
            @Nullable PublicReply reply,
            @Nullable String verification) {}
}
