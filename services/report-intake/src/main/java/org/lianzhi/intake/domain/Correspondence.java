package org.lianzhi.intake.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lianzhi.model.ReportEvent.ReportReplied;

/**
 * What went to and fro between bureau and reporter.
 *
 * @param reviewable whether the last reply was a handling opinion, of which a review can be asked for
 * @param underReview what a higher authority has been asked for
 * @param reviewed what it has answered
 */
public record Correspondence(
        boolean replied, boolean reviewable, Optional<ReviewStep> underReview, List<ReviewStep> reviewed) {

    static final Correspondence NONE = new Correspondence(false, false, Optional.empty(), List.of());

    public Correspondence {
        reviewed = List.copyOf(reviewed);
    }

    /** The step that can be asked for now; whether it is still in time is another matter. */
    public Optional<ReviewStep> nextReview() {
        return reviewable && underReview.isEmpty() ? ReviewStep.after(reviewed) : Optional.empty();
    }

    /** A new handling opinion is a new matter for review; any other reply leaves the review as it was. */
    Correspondence with(ReportReplied reply) {
        return Boolean.TRUE.equals(reply.reviewable())
                ? new Correspondence(true, true, Optional.empty(), List.of())
                : new Correspondence(true, reviewable, underReview, reviewed);
    }

    Correspondence asking(ReviewStep step) {
        return new Correspondence(replied, reviewable, Optional.of(step), reviewed);
    }

    Correspondence answered(ReviewStep step) {
        List<ReviewStep> all = new ArrayList<>(reviewed);
        all.add(step);
        return new Correspondence(replied, reviewable, Optional.empty(), all);
    }
}
