package org.lianzhi.intake.tracking;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.progress.CaseProgress;
import org.lianzhi.intake.progress.CaseProgresses;
import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.intake.secret.KeyedDigest;
import org.lianzhi.intake.vault.VaultKeys;
import org.lianzhi.journal.Claims;
import org.lianzhi.journal.Intent;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.model.Actor;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.model.Side;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whoever comes with a code: which report it is for, and what they want done once. */
@Component
class CodeBearers {

    private static final int WORDS_AT_MOST = 2000;

    private final TrackingCodes codes;
    private final CaseProgresses progresses;
    private final VaultKeys keys;
    private final Claims claims;
    private final Clock clock;
    private final LookUpLimit limit;

    CodeBearers(
            TrackingCodes codes,
            CaseProgresses progresses,
            VaultKeys keys,
            Claims claims,
            Clock clock,
            @Value("${lianzhi.intake.look-ups-per-minute}") int lookUpsPerMinute) {
        this.codes = codes;
        this.progresses = progresses;
        this.keys = keys;
        this.claims = claims;
        this.clock = clock;
        this.limit = new LookUpLimit(lookUpsPerMinute, clock);
    }

    /** @throws NotForYou for an unknown code */
    StreamId find(@Nullable String typed, HttpServletRequest request) {
        Supplier<Optional<StreamId>> search = search(typed == null ? "" : typed.strip());
        Runnable giveBack = limit.take(request.getRemoteAddr());
        StreamId stream = search.get().orElseThrow(NotForYou::new);
        giveBack.run();
        return stream;
    }

    private Supplier<Optional<StreamId>> search(String typed) {
        Optional<TrackingSecret> secret = TrackingSecret.parse(typed);
        if (secret.isPresent()) {
            return () -> codes.find(secret.get());
        }
        TrackingCode code = TrackingCode.parse(typed).orElseThrow(() -> new RuleViolated("tracking.code-malformed"));
        return () -> codes.find(code);
    }

    /**
     * Claims an act of the reporter.
     *
     * @param parts everything that makes it this act; they are kept as a keyed digest only
     */
    Intent claim(StreamId stream, IdempotencyKey key, String... parts) {
        String[] all =
                Stream.concat(Stream.of(stream.toString()), Stream.of(parts)).toArray(String[]::new);
        byte[] digest = KeyedDigest.of(keys.tracking(), "answer", all);
        String actor = Actor.citizen(new Side(stream.side())).written();
        return claims.claim(actor, key.value(), HexFormat.of().formatHex(digest), now());
    }

    @Nullable
    CaseProgress progress(ReportRecord record) {
        return record.caseId()
                .map(caseId -> progresses.of(caseId, record.stream().side()))
                .orElse(null);
    }

    Instant now() {
        return clock.instant();
    }

    static String words(@Nullable String typed) {
        String words = typed == null ? "" : typed.strip();
        if (words.length() > WORDS_AT_MOST) {
            throw new RuleViolated("tracking.words-too-long", WORDS_AT_MOST);
        }
        return words;
    }
}
