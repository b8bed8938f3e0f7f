package org.lianzhi.investigation.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianzhi.evidence.KnownKeys;
import org.lianzhi.journal.Commands;
import org.lianzhi.journal.Commit;
import org.lianzhi.journal.CommitHash;
import org.lianzhi.journal.EventData;
import org.lianzhi.journal.EventStream;
import org.lianzhi.journal.Head;
import org.lianzhi.journal.Journal;
import org.lianzhi.journal.JournalProperties;
import org.lianzhi.journal.StreamId;
import org.lianzhi.model.Side;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.health.contributor.Health;

class CheckpointsHealthIndicatorTest {

    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final Side HUNAN = new Side("hn");
    private static final Side GUANGXI = new Side("gx");
    private static final StreamId CASE = new StreamId("case", "a", "hn");
    private static final Commit OPENED = opened(CommitHash.GENESIS);

    @TempDir
    Path keys;

    private Instant now = Instant.parse("2024-07-29T01:00:00Z");
    private @Nullable RuntimeException storeIsAway;
    private @Nullable Error memoryIsFull;
    private @Nullable Error recordIsTooLong;
    private Commit record = OPENED;
    private Checkpoints checkpoints;
    private CheckpointsHealthIndicator indicator;

    @BeforeEach
    void whatHunanHasToSignAndGuangxiHasNot() {
        Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("journal", new OneCase()));
        CheckpointProperties settings = new CheckpointProperties(keys, EVERY, EVERY);
        checkpoints = new Checkpoints(
                beans.getBeanProvider(Journal.class),
                beans.getBeanProvider(Commands.class),
                settings,
                new KnownKeys(keys),
                new JournalProperties(
                        "/lianzhi",
                        Map.of(),
                        List.of(),
                        List.of("hn", "gx"),
                        List.of("hn", "gx"),
                        6,
                        (short) 1,
                        Duration.ZERO,
                        900_000,
                        Duration.ofSeconds(20)),
                clock);
        indicator = new CheckpointsHealthIndicator(checkpoints, settings, clock);
    }

    @Test
    void a_side_that_cannot_sign_for_longer_than_the_time_between_two_is_told_of() throws IOException {
        Files.writeString(keys.resolve("signing-hn.jwk"), "no key");
        checkpoints.signOrWait();
        now = now.plus(EVERY);
        assertThat(status()).as("it may sign at the next time").isEqualTo("UP");

        checkpoints.signOrWait();
        now = now.plusSeconds(1);

        assertThat(status()).isEqualTo("DEGRADED");
        assertThat(indicator.health().getDetails())
                .containsEntry("failingSeconds", Map.of("hn", EVERY.toSeconds() + 1));
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        indicator.bindTo(meters);
        assertThat(meters.get("lianzhi.checkpoints.failing").gauge().value()).isEqualTo(EVERY.toSeconds() + 1);
    }

    @Test
    void a_store_that_was_away_is_told_of_until_it_is_back() {
        storeIsAway = new IllegalStateException("the store is away");
        checkpoints.signOrWait();
        now = now.plus(EVERY).plusSeconds(1);
        assertThat(status()).isEqualTo("DEGRADED");

        storeIsAway = null;
        checkpoints.signOrWait();

        assertThat(checkpoints.failing()).as("nothing to sign is no failure").doesNotContainKey(GUANGXI);
    }

    @Test
    void an_error_is_told_of_and_it_is_tried_again() {
        memoryIsFull = new OutOfMemoryError("while all heads are read");
        checkpoints.signOrWait();
        assertThat(checkpoints.failing()).containsOnlyKeys(HUNAN, GUANGXI);
        now = now.plus(EVERY).plusSeconds(1);
        assertThat(status()).isEqualTo("DEGRADED");

        memoryIsFull = null;
        checkpoints.signOrWait();
        assertThat(checkpoints.failing()).doesNotContainKey(GUANGXI);
    }

    @Test
    void an_error_at_the_records_of_one_side_does_not_keep_the_other_from_signing() {
        recordIsTooLong = new OutOfMemoryError("while a record is read");
        checkpoints.signOrWait();
        assertThat(checkpoints.failing()).containsOnlyKeys(HUNAN);
    }

    @Test
    void a_key_that_is_not_the_known_one_is_told_of_until_a_person_enters_it() throws IOException {
        Files.writeString(keys.resolve("known-hn.txt"), "A".repeat(43) + " 1\n");
        checkpoints.signOrWait();
        assertThat(status()).isEqualTo("DEGRADED");
        assertThat(indicator.health().getDetails()).containsEntry("unknownKeys", List.of("hn"));

        Files.writeString(
                keys.resolve("known-hn.txt"), SideKey.in(keys, new Side("hn")).id() + " 1\n");
        checkpoints.signOrWait();
        assertThat(indicator.health().getDetails()).containsEntry("unknownKeys", List.of());
    }

    @Test
    void a_side_signs_all_the_same_when_its_known_keys_cannot_be_read() throws IOException {
        Files.createDirectory(keys.resolve("known-gx.txt"));
        checkpoints.signOrWait();
        assertThat(checkpoints.failing()).doesNotContainKey(GUANGXI);
        assertThat(indicator.health().getDetails()).containsEntry("unknownKeys", List.of("gx"));
    }

    @Test
    void a_record_that_does_not_hold_is_told_of_and_not_signed() {
        record = opened("a".repeat(64));
        checkpoints.signOrWait();
        assertThat(checkpoints.failing()).as("there is nothing to sign").isEmpty();
        assertThat(status()).isEqualTo("DEGRADED");
        assertThat(indicator.health().getDetails()).containsEntry("withheldRecords", 1);

        record = OPENED;
        now = now.plus(EVERY);
        checkpoints.signOrWait();
        assertThat(indicator.health().getDetails())
                .as("it looks again at that interval")
                .containsEntry("withheldRecords", 0);
    }

    private static Commit opened(String previous) {
        List<EventData> events = List.of(new EventData("case.noted.v1", "{}"));
        String hash = CommitHash.of(
                CommitHash.GENESIS,
                CASE.toString(),
                1,
                "c",
                "cause",
                "hn/-/policy/test",
                Instant.EPOCH,
                Map.of(),
                List.of(CommitHash.digest("case.noted.v1", "{}")));
        return new Commit(CASE, 1, "c", "cause", "hn/-/policy/test", Instant.EPOCH, Map.of(), events, previous, hash);
    }

    private String status() {
        Health health = indicator.health();
        return String.valueOf(health.getStatus());
    }

    /** Of Hunan; nothing is signed yet. */
    private final class OneCase extends NoJournal {

        @Override
        public Map<StreamId, Head> heads(String kind, String side) {
            if (storeIsAway != null) {
                throw storeIsAway;
            }
            if (memoryIsFull != null) {
                throw memoryIsFull;
            }
            return side.equals(CASE.side()) ? Map.of(CASE, new Head(1, OPENED.hash())) : Map.of();
        }

        @Override
        public EventStream load(StreamId stream) {
            if (recordIsTooLong != null && stream.equals(CASE)) {
                throw recordIsTooLong;
            }
            return new EventStream(stream, stream.equals(CASE) ? List.of(record) : List.of());
        }
    }
}
