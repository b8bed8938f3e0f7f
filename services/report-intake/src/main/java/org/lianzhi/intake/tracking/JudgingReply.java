package org.lianzhi.intake.tracking;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.domain.ReportCommand.AskForReview;
import org.lianzhi.intake.domain.ReportCommand.Contest;
import org.lianzhi.intake.domain.ReportCommand.RateReply;
import org.lianzhi.intake.domain.ReportCommand.Standing;
import org.lianzhi.intake.domain.ReportCommand.Times;
import org.lianzhi.intake.report.Promises;
import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.journal.Intent;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.Receipt;
import org.lianzhi.model.ReportEvent.ReplyRated;
import org.lianzhi.model.ReportEvent.ReviewRequested;
import org.lianzhi.model.RuleViolated;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the reporter thinks of the reply, and whether somebody higher up is to look at it again. */
@RestController
@RequestMapping("/api/v1/tracking")
class JudgingReply {

    private final CodeBearers bearers;
    private final Reviews reviews;
    private final Promises promises;

    JudgingReply(CodeBearers bearers, Reviews reviews, Promises promises) {
        this.bearers = bearers;
        this.reviews = reviews;
        this.promises = promises;
    }

    record Rating(
            @Nullable String code,
            @Nullable String rating,
            @Nullable String words) {

        @Override
        public String toString() {
            return "a rating";
        }
    }

    record Review(
            @Nullable String code,
            @Nullable String step,
            @Nullable String words) {

        @Override
        public String toString() {
            return "a request for review";
        }
    }

    record Contestation(@Nullable String code, @Nullable String words) {

        @Override
        public String toString() {
            return "what a reporter contests";
        }
    }

    /** That the report repeats something or was made up. */
    @PostMapping("/contest")
    Receipt contest(@RequestBody Contestation contestation, IdempotencyKey key, HttpServletRequest request) {
        ReportRecord record = bearers.reporter(contestation.code(), request);
        String words = CodeBearers.words(contestation.words());
        Intent intent = bearers.claim(record.stream(), key, "contest", words);
        Contest command = new Contest(!words.isEmpty(), promises.takenUp(record.stream(), "contested", intent.at()));
        return bearers.say(record, intent, words, command);
    }

    @PostMapping("/rating")
    Receipt rate(@RequestBody Rating rating, IdempotencyKey key, HttpServletRequest request) {
        ReportRecord record = bearers.reporter(rating.code(), request);
        String words = CodeBearers.words(rating.words());
        String given = rating.rating() == null ? "" : rating.rating();
        Intent intent = bearers.claim(record.stream(), key, "rating", given, words);
        Times times = bearers.times(record, intent, step -> step.event() instanceof ReplyRated);
        return bearers.say(record, intent, words, new RateReply(given, times));
    }

    @PostMapping("/review")
    Receipt review(@RequestBody Review review, IdempotencyKey key, HttpServletRequest request) {
        ReportRecord record = bearers.reporter(review.code(), request);
        String words = CodeBearers.words(review.words());
        String step = review.step() == null ? "" : review.step();
        Intent intent = bearers.claim(record.stream(), key, "review", step, words);
        return bearers.say(record, intent, words, asking(record, step, intent));
    }

    /** Sent again after it was recorded, the same facts are found in the record. */
    private AskForReview asking(ReportRecord record, String step, Intent intent) {
        return record.lastEvent(ReviewRequested.class)
                .filter(request -> request.step().equals(step))
                .filter(request ->
                        record.report().correspondence().underReview().isPresent())
                .map(request -> new AskForReview(request, Standing.GOOD))
                .orElseGet(() -> reviews.offer(record, intent.at())
                        .filter(offer -> offer.step().code().equals(step))
                        .map(offer -> new AskForReview(
                                new ReviewRequested(step, offer.answerBy(), step),
                                offer.standing(reviews.isNamed(record), intent.at())))
                        .orElseThrow(() -> new RuleViolated("report.review-not-offered")));
    }
}
