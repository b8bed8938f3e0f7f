package org.lianzhi.intake.domain;

import static org.lianzhi.intake.domain.Reports.CROSSED;
import static org.lianzhi.intake.domain.Reports.FILED;
import static org.lianzhi.intake.domain.Reports.RELEASED;
import static org.lianzhi.intake.domain.Reports.spec;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.lianzhi.intake.domain.ReportCommand.AddInformation;
import org.lianzhi.intake.domain.ReportCommand.AnswerReview;
import org.lianzhi.intake.domain.ReportCommand.AskForReview;
import org.lianzhi.intake.domain.ReportCommand.RateReply;
import org.lianzhi.intake.domain.ReportCommand.Reply;
import org.lianzhi.intake.domain.ReportCommand.ReportPressure;
import org.lianzhi.intake.domain.ReportCommand.Standing;
import org.lianzhi.intake.domain.ReportCommand.Times;
import org.lianzhi.model.ReportEvent.InformationAdded;
import org.lianzhi.model.ReportEvent.PressureReported;
import org.lianzhi.model.ReportEvent.ReplyRated;
import org.lianzhi.model.ReportEvent.ReportAccepted;
import org.lianzhi.model.ReportEvent.ReportReplied;
import org.lianzhi.model.ReportEvent.ReportTakenUp;
import org.lianzhi.model.ReportEvent.ReviewAnswered;
import org.lianzhi.model.ReportEvent.ReviewRequested;

class CorrespondenceRulesTest {

    private static final Times FIRST = new Times(0, 3);
    private static final ReportAccepted ACCEPTED = new ReportAccepted("431129-branch");
    private static final ReportReplied REPLIED = new ReportReplied("Nothing found.", "unsubstantiated", null);
    private static final ReportReplied OPINION = new ReportReplied("Nothing found.", "unsubstantiated", true);
    private static final Instant MAY = Instant.parse("2024-05-31T16:00:00Z");
    private static final ReviewRequested REVIEW = new ReviewRequested("review", MAY, "review");
    private static final ReviewRequested RE_REVIEW = new ReviewRequested("re-review", MAY, "re-review");
    private static final ReportTakenUp AGAIN = new ReportTakenUp("answered", MAY, "triage");
    private static final ReviewAnswered UPHELD = new ReviewAnswered("review", "upheld", "As it was.");

    @Test
    void the_reporter_may_add_words_or_photos_whatever_was_decided() {
        spec().given(FILED).when(new AddInformation(true, 0, 0, 3, AGAIN)).then(new InformationAdded(true, 0));
        spec().given(FILED, RELEASED, CROSSED)
                .when(new AddInformation(false, 2, 2, 3, AGAIN))
                .then(new InformationAdded(false, 2));
        spec().given(FILED).when(new AddInformation(false, 0, 0, 3, AGAIN)).refused("report.addition-empty");
        spec().given(FILED).when(new AddInformation(true, 0, 3, 3, AGAIN)).refused("report.additions-too-many");
        spec().given().when(new AddInformation(true, 0, 0, 3, AGAIN)).refused("report.unknown");
    }

    @Test
    void pressure_can_be_told_at_any_time() {
        spec().given(FILED).when(new ReportPressure(FIRST)).then(new PressureReported());
        spec().given(FILED, ACCEPTED, REPLIED, new PressureReported())
                .when(new ReportPressure(FIRST))
                .then(new PressureReported());
        spec().given().when(new ReportPressure(FIRST)).refused("report.unknown");
        spec().given(FILED).when(new ReportPressure(new Times(3, 3))).refused("report.said-too-often");
    }

    @Test
    void a_reply_says_what_came_out_in_known_codes() {
        spec().given(FILED, ACCEPTED)
                .when(new Reply("Nothing found.", "unsubstantiated", true))
                .then(OPINION);
        spec().given(FILED, ACCEPTED).when(new Reply("Hm.", "maybe", false)).refused("report.verification-unknown");
    }

    @Test
    void a_reply_can_be_rated_once_there_is_one() {
        spec().given(FILED, ACCEPTED).when(new RateReply("satisfied", FIRST)).refused("report.not-replied");
        spec().given(FILED, ACCEPTED, REPLIED)
                .when(new RateReply("partly", FIRST))
                .then(new ReplyRated("partly"));
        spec().given(FILED, ACCEPTED, REPLIED)
                .when(new RateReply("great", FIRST))
                .refused("report.rating-unknown");
        spec().given(FILED, ACCEPTED, REPLIED)
                .when(new RateReply("partly", new Times(3, 3)))
                .refused("report.said-too-often");
    }

    @Test
    void a_named_reporter_asks_for_a_review_of_a_handling_opinion_in_time() {
        spec().given(FILED, ACCEPTED, OPINION)
                .when(new AskForReview(REVIEW, Standing.GOOD))
                .then(REVIEW);
        spec().given(FILED, ACCEPTED, OPINION, REVIEW)
                .when(new AskForReview(REVIEW, Standing.GOOD))
                .then();
        spec().given(FILED, ACCEPTED, OPINION)
                .when(new AskForReview(REVIEW, Standing.NOT_NAMED))
                .refused("report.review-needs-name");
        spec().given(FILED, ACCEPTED, OPINION)
                .when(new AskForReview(REVIEW, Standing.TOO_LATE))
                .refused("report.review-too-late");
        spec().given(FILED, ACCEPTED, REPLIED)
                .when(new AskForReview(REVIEW, Standing.GOOD))
                .refused("report.review-not-offered");
    }

    @Test
    void a_re_review_follows_the_answer_to_the_review_and_is_the_last() {
        AskForReview again = new AskForReview(RE_REVIEW, Standing.GOOD);
        spec().given(FILED, ACCEPTED, OPINION).when(again).refused("report.review-not-offered");
        spec().given(FILED, ACCEPTED, OPINION, REVIEW).when(again).refused("report.review-not-offered");
        spec().given(FILED, ACCEPTED, OPINION, REVIEW, UPHELD).when(again).then(RE_REVIEW);
        ReviewAnswered last = new ReviewAnswered("re-review", "upheld", "Final.");
        spec().given(FILED, ACCEPTED, OPINION, REVIEW, UPHELD, RE_REVIEW, last)
                .when(again)
                .refused("report.review-not-offered");
        // A new handling opinion begins anew.
        spec().given(FILED, ACCEPTED, OPINION, REVIEW, UPHELD, RE_REVIEW, last, OPINION)
                .when(new AskForReview(REVIEW, Standing.GOOD))
                .then(REVIEW);
    }

    @Test
    void the_answer_of_the_higher_authority_is_entered_where_one_was_asked() {
        AnswerReview answer = new AnswerReview("upheld", " As it was. ");
        spec().given(FILED, ACCEPTED, OPINION).when(answer).refused("report.review-not-asked");
        spec().given(FILED, ACCEPTED, OPINION, REVIEW).when(answer).then(UPHELD);
        spec().given(FILED, ACCEPTED, OPINION, REVIEW)
                .when(new AnswerReview("maybe", "words"))
                .refused("report.review-outcome-unknown");
        spec().given(FILED, ACCEPTED, OPINION, REVIEW)
                .when(new AnswerReview("upheld", " "))
                .refused("report.reply-missing");
    }
}
