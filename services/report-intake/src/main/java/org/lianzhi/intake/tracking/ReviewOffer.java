package org.lianzhi.intake.tracking;

import java.time.Instant;
import java.util.Optional;
import org.lianzhi.intake.domain.ReportCommand.Standing;
import org.lianzhi.intake.domain.ReviewStep;
import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.intake.report.Step;
import org.lianzhi.model.ReportEvent.ReportReplied;
import org.lianzhi.model.ReportEvent.ReviewAnswered;
import org.lianzhi.territory.Agreement;

/**
 * A review that the reporter may ask for, by the clocks of the agreement; there is none where it has no such clocks.
 *
 * @param until when it can be asked for
 * @param answerBy when the answer is due if it is asked for now
 */
record ReviewOffer(ReviewStep step, Instant until, Instant answerBy) {

    static Optional<ReviewOffer> of(ReportRecord record, Agreement agreement, Instant now) {
        return record.report()
                .correspondence()
                .nextReview()
                .filter(step -> agreement.deadline(step.askedBy()).isPresent())
                .filter(step -> agreement.deadline(step.code()).isPresent())
                .map(step -> new ReviewOffer(
                        step,
                        agreement.due(step.askedBy(), answeredAt(record, step)),
                        agreement.due(step.code(), now)));
    }

    /** When the reporter got the answer that is to be reviewed. */
    private static Instant answeredAt(ReportRecord record, ReviewStep step) {
        Optional<Step> answered = step == ReviewStep.REVIEW
                ? record.steps().stream()
                        .filter(each ->
                                each.event() instanceof ReportReplied reply && Boolean.TRUE.equals(reply.reviewable()))
                        .reduce((first, second) -> second)
                : record.last(ReviewAnswered.class);
        return answered.map(Step::at).orElseThrow();
    }

    boolean isOpen(Instant now) {
        return now.isBefore(until);
    }

    Standing standing(boolean named, Instant now) {
        if (!isOpen(now)) {
            return Standing.TOO_LATE;
        }
        return named ? Standing.GOOD : Standing.NOT_NAMED;
    }
}
