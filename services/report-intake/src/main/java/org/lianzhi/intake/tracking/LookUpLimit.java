package org.lianzhi.intake.tracking;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.lianzhi.intake.secret.KeyedDigest;
import org.lianzhi.intake.secret.SecretBytes;
import org.lianzhi.kit.ComeBackLater;

/**
 * How often codes may be looked up from one network: wrong codes count, right ones do not. Networks are known only as
 * digests under a key that lives as long as the process.
 */
final class LookUpLimit {

    private static final int IPV4_BYTES = 4;
    private static final int IPV6_NETWORK_BYTES = 8;
    private static final long NETWORKS = 100_000;

    private final SecretBytes key = SecretBytes.random(new SecureRandom());
    private final Cache<String, Bucket> buckets;
    private final int perMinute;

    LookUpLimit(int perMinute) {
        this.perMinute = perMinute;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(NETWORKS)
                .expireAfterAccess(Duration.ofMinutes(10))
                .build();
    }

    /**
     * Takes one look-up.
     *
     * @return gives it back
     * @throws ComeBackLater when there is none left
     */
    Runnable take(String address) {
        Bucket bucket = buckets.get(network(address), any -> fresh());
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

    private String network(String address) {
        return HexFormat.of().formatHex(KeyedDigest.of(key, "network", prefix(address)));
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
