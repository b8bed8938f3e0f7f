package org.lianzhi.portal.status;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What report-intake tells whoever knows the code.
 *
 * @param report its id
 * @param state {@code received}, {@code returned}, {@code accepted}, {@code not-accepted}, {@code cross-border},
 *     {@code merged}, {@code repeated} or {@code fabricated}
 * @param goingOn where the matter of a merged report goes on
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
        @Nullable String answered,
        @Nullable Boolean askAboutReply,
        @Nullable String rating,
        @Nullable List<Added> added,
        @Nullable Review review,
        @Nullable Instant codeRenewedAt,
        @Nullable Boolean follows,
        @Nullable Asked asked,
        @Nullable Dismissal dismissal,
        @Nullable GoingOn goingOn,
        @Nullable String verification) {

    record Update(String key, Instant at) {}

    /** @param verification code of what came out; null where the reply does not say */
    record Reply(
            String text, @Nullable Instant at, @Nullable String verification) {}

    record Asked(String reason, String question, Instant answerBy) {}

    record Dismissal(String outcome, String reason, String words, Instant at) {}

    /** What others do about the same matter; nothing of whoever else reported it. */
    record GoingOn(
            Instant since,
            String state,
            String officeBureau,
            @Nullable String otherBureau,
            @Nullable List<Update> updates,
            @Nullable CaseProgress caseProgress,
            @Nullable Reply reply,
            @Nullable String verification) {}

    /** The same report as far as it goes on elsewhere; itself where it does not. */
    TrackingView whereItGoesOn() {
        return goingOn == null
                ? this
                : new TrackingView(
                        report,
                        goingOn.state(),
                        filedAt,
                        null,
                        null,
                        goingOn.officeBureau(),
                        goingOn.otherBureau(),
                        null,
                        null,
                        goingOn.updates(),
                        goingOn.caseProgress(),
                        goingOn.reply(),
                        null,
                        null,
                        null,
                        null,
                        added,
                        null,
                        codeRenewedAt,
                        null,
                        null,
                        null,
                        null,
                        goingOn.verification());
    }

    record Added(Instant at, boolean words, int photos) {}

    /** @param named whether the reporter gave a name, without which nothing can be asked for */
    record Review(
            @Nullable Offer offer,
            @Nullable Running running,
            boolean named,
            @Nullable List<Answer> answers,
            @Nullable String basis) {}

    record Offer(String step, Instant until) {}

    record Running(String step, Instant askedAt, Instant answerBy, boolean overdue) {}

    record Answer(String step, String outcome, String text, Instant at) {}

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

    List<Added> allAdded() {
        return added == null ? List.of() : added;
    }

    boolean isJoint() {
        return state.equals("cross-border");
    }

    boolean isAsked() {
        return Boolean.TRUE.equals(askIfFixed);
    }
}
