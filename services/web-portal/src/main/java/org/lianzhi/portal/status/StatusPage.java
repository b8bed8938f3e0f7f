package org.lianzhi.portal.status;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a report, in plain words and without anything that names the reporter.
 *
 * @param number of the report
 * @param offices that answer for it now
 * @param updatedAt of the last step
 * @param reply the bureau's answer, once there is one
 * @param askIfFixed whether the reporter is asked if it is really fixed
 * @param answered message key of what the reporter has answered to that
 * @param ifNotFixed message key of what happens where it is not
 * @param added what the reporter has added
 * @param review what can be done about a reply that the reporter does not accept; null where nothing can
 * @param codeRenewedAt when this code took the place of an earlier one
 * @param follows whether somebody else made the report: then there is nothing to say about it here
 * @param asked what the office wants to know from the reporter
 * @param verification message key of what the office established
 * @param dismissal what the office found against the report
 */
public record StatusPage(
        String number,
        List<Step> steps,
        List<String> offices,
        Instant updatedAt,
        @Nullable Reply reply,
        boolean askIfFixed,
        @Nullable String answered,
        String ifNotFixed,
        List<Added> added,
        @Nullable Review review,
        @Nullable Instant codeRenewedAt,
        boolean follows,
        @Nullable Asked asked,
        @Nullable Dismissal dismissal,
        @Nullable String verification) {

    public StatusPage {
        steps = List.copyOf(steps);
        offices = List.copyOf(offices);
        added = List.copyOf(added);
    }

    /**
     * The bureau's answer.
     *
     * @param ask whether the reporter is asked what the answer is worth
     * @param rating message key of what the reporter said to that
     */
    public record Reply(String text, boolean ask, @Nullable String rating) {}

    /** @param reason code of what is missing */
    public record Asked(String reason, String question, Instant answerBy) {}

    /** What two officers found; codes of the outcome and its reason. */
    public record Dismissal(String outcome, String reason, String words) {}

    /** Something that the reporter added. */
    public record Added(Instant at, boolean words, int photos) {}

    /**
     * Review by a higher authority. Keys end in the code of the step.
     *
     * @param offer code of the step that can be asked for; null where none can
     * @param until when it can be
     * @param named whether this reporter may ask
     * @param running code of the step that was asked for; null where none was
     * @param answerBy when its answer is due
     * @param basis the law in words
     */
    public record Review(
            @Nullable String offer,
            @Nullable Instant until,
            boolean named,
            @Nullable String running,
            @Nullable Instant answerBy,
            boolean overdue,
            List<Answer> answers,
            @Nullable String basis) {}

    /** What a higher authority answered. */
    public record Answer(String step, String outcome, String text, Instant at) {}

    /**
     * A step behind, at or ahead of the report.
     *
     * @param key message key
     * @param state {@code done}, {@code now} or {@code later}
     * @param words more in plain words
     * @param promised until when it is to be done
     */
    public record Step(
            String key,
            String state,
            @Nullable Instant at,
            @Nullable String words,
            @Nullable Instant promised) {}
}
