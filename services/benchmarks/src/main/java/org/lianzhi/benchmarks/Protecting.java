package org.lianzhi.benchmarks;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.lianzhi.intake.secret.Sealing;
import org.lianzhi.intake.secret.SecretBytes;
import org.lianzhi.journal.CommitHash;
import org.lianzhi.test.TestTokens;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * P10: the writes of a filed report with what protects them (a signed token checked, form and data key sealed with
 * AES-256-GCM, event and commit hashed), against the same writes without. At the level of the libraries, so that the services
 * need no switch that turns protection off. The slow hash of the tracking code is no part of it: see P1.
 */
final class Protecting implements Measurement {

    private static final int AT_ONCE = 16;
    private static final Duration LENGTH = Duration.ofSeconds(3);
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public String id() {
        return "P10";
    }

    @Override
    public Outcome measure(Settings settings, Path folder) throws Exception {
        try (Whole whole = Whole.start(folder);
                Citizens citizens = new Citizens(whole)) {
            Duration length = settings.sized(LENGTH);
            FiledReport filed = FiledReport.read(
                    whole.database("report-intake"), citizens.file().id());
            MongoDatabase bare = whole.database("bare");
            Protection protection = new Protection(filed.event());
            whole.comesToRest();
            Ratios.Side with = () -> ClosedLoop.perSecond(AT_ONCE, length, () -> {
                protection.apply();
                filed.write(bare);
            });
            Ratios.Side without = () -> ClosedLoop.perSecond(AT_ONCE, length, () -> filed.write(bare));
            with.measure();
            without.measure();
            Ratios ratios = Ratios.abba(settings.rounds(), with, without);
            return Outcome.of(new Figure(id(), Target.atLeast(0.9), ratios)
                    .with("compared", "token+sealing+hash-chain_at_library_level")
                    .with("with_per_s", ratios.a())
                    .with("without_per_s", ratios.b()));
        }
    }

    /** The computing that protects one report. */
    private static final class Protection {

        private static final byte[] FORM = "Since it rains brown water with foam runs into the reservoir. "
                .repeat(10)
                .getBytes(StandardCharsets.UTF_8);

        private final SecretBytes ring = SecretBytes.random(RANDOM);
        private final JwtDecoder tokens =
                NimbusJwtDecoder.withJwkSetUri(TestTokens.keys().toString()).build();
        private final String token = TestTokens.of("hn", "431129-branch", "p-4k7q2m", "officer");
        private final String event;

        Protection(String event) {
            this.event = event;
        }

        void apply() {
            tokens.decode(token);
            SecretBytes key = SecretBytes.random(RANDOM);
            Sealing.seal(ring, "key of report", key.bytes());
            Sealing.seal(key, "report/form", FORM);
            CommitHash.of(
                    CommitHash.GENESIS,
                    "report-00000000000000000000000000@hn",
                    1,
                    token.substring(0, 64),
                    "request:0123456789abcdef",
                    Backlog.CITIZEN,
                    Instant.EPOCH,
                    Map.of(),
                    List.of(CommitHash.digest("report.filed.v1", event)));
        }
    }
}
