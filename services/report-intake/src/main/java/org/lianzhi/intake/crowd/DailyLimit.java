package org.lianzhi.intake.crowd;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import org.lianzhi.intake.secret.KeyedDigest;
import org.lianzhi.intake.secret.SecretBytes;
import org.lianzhi.kit.ComeBackLater;

/**
 * How often something may be done by each who does it. They are known only as digests under a key that is kept in memory,
 * and thrown away with all of them when the day ends.
 */
final class DailyLimit {

    private static final long KNOWN_AT_MOST = 100_000;

    private final String code;
    private final int most;
    private final Duration per;
    private final Clock clock;
    private Day day;

    /**
     * A limit.
     *
     * @param code of the refusal
     * @param most so often
     * @param per in that time; it comes back bit by bit
     */
    DailyLimit(String code, int most, Duration per, Clock clock) {
        this.code = code;
        this.most = most;
        this.per = per;
        this.clock = clock;
        this.day = begin(LocalDate.now(clock));
    }

    private record Day(LocalDate date, SecretBytes key, Cache<String, Bucket> buckets) {

        String digest(String who) {
            return HexFormat.of().formatHex(KeyedDigest.of(key, "limit", who));
        }
    }

    private Day begin(LocalDate date) {
        return new Day(
                date,
                SecretBytes.random(new SecureRandom()),
                Caffeine.newBuilder()
                        .maximumSize(KNOWN_AT_MOST)
                        // Longer than a bucket takes to be full again: a forgotten one would be full too early.
                        .expireAfterAccess(per.multipliedBy(2))
                        .build());
    }

    private synchronized Day today() {
        LocalDate date = LocalDate.now(clock);
        if (!date.equals(day.date())) {
            day = begin(date);
        }
        return day;
    }

    /**
     * Takes one.
     *
     * @return gives it back
     * @throws ComeBackLater when there is none left
     */
    Runnable take(String who) {
        Day today = today();
        Bucket bucket = today.buckets().get(today.digest(who), any -> fresh());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw ComeBackLater.tooMany(code, Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
        return () -> bucket.addTokens(1);
    }

    private Bucket fresh() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, per))
                .build();
    }
}
