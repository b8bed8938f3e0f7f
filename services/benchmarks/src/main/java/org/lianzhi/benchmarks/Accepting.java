package org.lianzhi.benchmarks;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.lianzhi.intake.secret.SecretBytes;
import org.lianzhi.intake.secret.SlowHash;

/**
 * P1: how many reports are accepted over HTTP, against a bare loop that makes the same durable writes; and once more with a
 * cheap hash of the tracking code, which shows what is left when the one cost that is wanted is taken away.
 */
final class Accepting implements Measurement {

    private static final int AT_ONCE = 16;
    private static final Duration LENGTH = Duration.ofSeconds(3);
    private static final Duration HASHING = Duration.ofSeconds(2);

    /** As in report-intake.yml. */
    private static final SlowHash.Cost AS_CONFIGURED = new SlowHash.Cost(19456, 2, 2);

    /** Not for use: shows what the rest of the way costs. */
    static final String[] CHEAP = {"-Dlianzhi.intake.hash.memory-kib=64", "-Dlianzhi.intake.hash.iterations=1"};

    @Override
    public String id() {
        return "P1";
    }

    @Override
    public Outcome measure(Settings settings, Path folder) throws Exception {
        return Outcome.of(
                ratio(id(), settings, folder.resolve("slow")).with("slow_hash_alone_per_s", slowHashAlone()),
                ratio("P1-cheap-hash", settings, folder.resolve("cheap"), CHEAP));
    }

    private static Figure ratio(String id, Settings settings, Path folder, String... jvmOptions) throws Exception {
        try (Whole whole = Whole.start(folder, jvmOptions);
                Citizens citizens = new Citizens(whole)) {
            Duration length = settings.sized(LENGTH);
            FiledReport filed = FiledReport.read(
                    whole.database("report-intake"), citizens.file().id());
            // In a database of its own, so that neither the relay nor a consumer meets it.
            MongoDatabase bare = whole.database("bare");
            Ratios.Side http = () -> afterRest(whole, () -> citizens.file(), length);
            Ratios.Side loop = () -> afterRest(whole, () -> filed.write(bare), length);
            http.measure();
            loop.measure();
            Ratios ratios = Ratios.abba(settings.rounds(), http, loop);
            return new Figure(id, Target.atLeast(0.6), ratios)
                    .with("concurrency", AT_ONCE)
                    .with("http_per_s", ratios.a())
                    .with("bare_per_s", ratios.b())
                    .with("writes_before_answer", FiledReport.WRITES);
        }
    }

    private static double afterRest(Whole whole, ClosedLoop.Work work, Duration length) throws Exception {
        whole.comesToRest();
        return ClosedLoop.perSecond(AT_ONCE, length, work);
    }

    /** How many tracking codes this machine can hash if it does nothing else: no more reports than that are accepted. */
    static double slowHashAlone() throws Exception {
        ClosedLoop.Work once = slowHash();
        ClosedLoop.perSecond(AT_ONCE, HASHING, once);
        return ClosedLoop.perSecond(AT_ONCE, HASHING, once);
    }

    /** One tracking code hashed as it is configured. */
    static ClosedLoop.Work slowHash() {
        SlowHash hash = new SlowHash(SecretBytes.random(new SecureRandom()), AS_CONFIGURED);
        return () -> hash.of("0123456789012345");
    }
}
