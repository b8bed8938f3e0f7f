package org.lianzhi.intake.tracking;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.domain.ReportCommand;
import org.lianzhi.intake.domain.ReportCommand.AnswerWhetherFixed;
import org.lianzhi.intake.progress.CaseProgress;
import org.lianzhi.intake.progress.CaseProgresses;
import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.intake.report.Reports;
import org.lianzhi.intake.secret.KeyedDigest;
import org.lianzhi.intake.vault.ReportVault;
import org.lianzhi.intake.vault.VaultKeys;
import org.lianzhi.journal.Claims;
import org.lianzhi.journal.Intent;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.kit.Receipt;
import org.lianzhi.model.Actor;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.model.Side;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a reporter can do with a code. The code stands in the body: addresses are logged and remembered. */
@RestController
@RequestMapping("/api/v1/tracking")
class Tracking {

    private static final int WORDS_AT_MOST = 2000;

    private final TrackingCodes codes;
    private final Reports reports;
    private final CaseProgresses progresses;
    private final ReportVault vault;
    private final VaultKeys keys;
    private final Claims claims;
    private final Clock clock;
    private final LookUpLimit limit;

    Tracking(
            TrackingCodes codes,
            Reports reports,
            CaseProgresses progresses,
            ReportVault vault,
            VaultKeys keys,
            Claims claims,
            Clock clock,
            @Value("${lianzhi.intake.look-ups-per-minute}") int lookUpsPerMinute) {
        this.codes = codes;
        this.reports = reports;
        this.progresses = progresses;
        this.vault = vault;
        this.keys = keys;
        this.claims = claims;
        this.clock = clock;
        this.limit = new LookUpLimit(lookUpsPerMinute);
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

    @PostMapping
    TrackingView status(@RequestBody Question question, HttpServletRequest request) {
        ReportRecord record = reports.load(find(question.code(), request));
        return TrackingView.of(record, progress(record), clock.instant());
    }

    /** Whether it is really fixed. */
    @PostMapping("/answer")
    Receipt answer(@RequestBody Answer answer, IdempotencyKey key, HttpServletRequest request) {
        StreamId stream = find(answer.code(), request);
        String words = answer.words() == null ? "" : answer.words().strip();
        if (words.length() > WORDS_AT_MOST) {
            throw new RuleViolated("tracking.words-too-long", WORDS_AT_MOST);
        }
        Intent intent = claim(stream, answer.fixed(), words, key);
        ReportRecord record = reports.load(stream);
        var question = FixQuestion.of(record, progress(record)).question();
        if (!words.isEmpty() && question != ReportCommand.Question.NOT_ASKED) {
            vault.putWords(stream, intent.id(), words);
        }
        return reports.run(intent, stream, OptionalLong.empty(), new AnswerWhetherFixed(answer.fixed(), question));
    }

    private Intent claim(StreamId stream, boolean fixed, String words, IdempotencyKey key) {
        byte[] digest = KeyedDigest.of(keys.tracking(), "answer", stream.toString(), String.valueOf(fixed), words);
        String actor = Actor.citizen(new Side(stream.side())).written();
        return claims.claim(actor, key.value(), HexFormat.of().formatHex(digest), clock.instant());
    }

    private StreamId find(@Nullable String typed, HttpServletRequest request) {
        TrackingCode code = TrackingCode.parse(typed == null ? "" : typed)
                .orElseThrow(() -> new RuleViolated("tracking.code-malformed"));
        Runnable giveBack = limit.take(request.getRemoteAddr());
        StreamId stream = codes.find(code).orElseThrow(NotForYou::new);
        giveBack.run();
        return stream;
    }

    private @Nullable CaseProgress progress(ReportRecord record) {
        return record.caseId()
                .map(caseId -> progresses.of(caseId, record.stream().side()))
                .orElse(null);
    }
}
