package org.lianzhi.intake.tracking;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import org.lianzhi.intake.secret.KeyedDigest;
import org.lianzhi.intake.secret.SecretBytes;
import org.lianzhi.kit.ComeBackLater;

/**
 * How often codes may be looked up from one network: wrong codes count, right ones do not. Networks are known only as
 * digests under a key that is kept in memory, and thrown away with all of them when the day ends.
 */
final class LookUpLimit {

    private static final int IPV4_BYTES = 4;
    private static final int IPV6_NETWORK_BYTES = 8;
    private static final long NETWORKS = 100_000;

    private final int perMinute;
    private final Clock clock;
    private Day day;

    LookUpLimit(int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.clock = clock;
        this.day = Day.of(LocalDate.now(clock));
    }

    /** The networks of one day. */
    private record Day(LocalDate date, SecretBytes key, Cache<String, Bucket> buckets) {

        static Day of(LocalDate date) {
            return new Day(
                    date,
                    SecretBytes.random(new SecureRandom()),
                    Caffeine.newBuilder()
                            .maximumSize(NETWORKS)
                            .expireAfterAccess(Duration.ofMinutes(10))
                            .build());
        }

        String network(String address) {
            return HexFormat.of().formatHex(KeyedDigest.of(key, "network", prefix(address)));
        }
    }

    private synchronized Day today() {
        LocalDate date = LocalDate.now(clock);
        if (!date.equals(day.date())) {
            day = Day.of(date);
        }
        return day;
    }

    /**
     * Takes one look-up.
     *
     * @return gives it back
     * @throws ComeBackLater when there is none left
     */
    Runnable take(String address) {
        Day today = today();
        Bucket bucket = today.buckets().get(today.network(address), any -> fresh());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw ComeBackLater.tooMany("tracking.too-many", Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
        return () -> bucket.addTokens(1);
    }

    private Bucket fresh() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }

    /** No name is ever looked up for this. */
    private static byte[] literal(String address) {
        if (!address.matches("[0-9a-fA-F.:]+(%.*)?")) {
            throw new IllegalArgumentException("no address");
        }
        try {
            return InetAddress.getByName(address.replaceFirst("%.*$", "")).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** One IPv4 address, or the part of an IPv6 address that a household gets. */
    private static String prefix(String address) {
        try {
            byte[] bytes = literal(address);
            return HexFormat.of()
                    .formatHex(bytes.length == IPV4_BYTES ? bytes : Arrays.copyOf(bytes, IPV6_NETWORK_BYTES));
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
