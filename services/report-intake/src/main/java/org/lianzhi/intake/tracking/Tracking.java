package org.lianzhi.intake.tracking;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.domain.ReportCommand.AnswerWhetherFixed;
import org.lianzhi.intake.domain.ReportCommand.Times;
import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.intake.report.Reports;
import org.lianzhi.journal.Intent;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.Receipt;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a reporter can do with a code. The code stands in the body: addresses are logged and remembered. */
@RestController
@RequestMapping("/api/v1/tracking")
class Tracking {

    private final CodeBearers bearers;
    private final Reports reports;
    private final Reviews reviews;

    Tracking(CodeBearers bearers, Reports reports, Reviews reviews) {
        this.bearers = bearers;
        this.reports = reports;
        this.reviews = reviews;
    }

    record Question(@Nullable String code) {

        @Override
        public String toString() {
            return "a question";
        }
    }

    record Answer(
            @Nullable String code, boolean fixed, @Nullable String words) {

        @Override
        public String toString() {
            return "an answer";
        }
    }

    /** @param secret null where none was ever given with that code */
    record Quicker(@Nullable String secret) {

        @Override
        public String toString() {
            return "a tracking secret";
        }
    }

    /**
     * What opens the same as a typed code and takes no slow hash to look up, for whoever is going to ask more than once. It
     * is what the QR code carries, and ends with the code.
     */
    @PostMapping("/secret")
    Quicker quicker(@RequestBody Question question, HttpServletRequest request) {
        return new Quicker(bearers.secret(question.code(), request));
    }

    @PostMapping
    TrackingView status(@RequestBody Question question, HttpServletRequest request) {
        CodeBearers.Bearer bearer = bearers.find(question.code(), request);
        ReportRecord record = bearer.record();
        ReportRecord goingOn = reports.goingOn(record);
        if (bearer.following() != null) {
            return TrackingReading.following(goingOn, bearer.following(), bearers.progress(goingOn));
        }
        Instant now = bearers.now();
        return TrackingReading.of(
                record,
                bearers.progress(record),
                reviews.view(record, now),
                TrackingReading.goingOn(record, goingOn, bearers.progress(goingOn)),
                FixQuestion.of(record, goingOn, bearers.progress(goingOn)),
                now);
    }

    /** Whether it is really fixed. */
    @PostMapping("/answer")
    Receipt answer(@RequestBody Answer answer, IdempotencyKey key, HttpServletRequest request) {
        ReportRecord record = bearers.reporter(answer.code(), request);
        String words = CodeBearers.words(answer.words());
        Intent intent = bearers.claim(record.stream(), key, String.valueOf(answer.fixed()), words);
        ReportRecord goingOn = reports.goingOn(record);
        var question =
                FixQuestion.of(record, goingOn, bearers.progress(goingOn)).question();
        Times times = bearers.times(record, intent, FixQuestion::isOwnAnswer);
        return bearers.say(record, intent, words, new AnswerWhetherFixed(answer.fixed(), question, times));
    }
}
