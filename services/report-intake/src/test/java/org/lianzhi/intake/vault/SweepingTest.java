package org.lianzhi.intake.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianzhi.intake.domain.ReportForm;
import org.lianzhi.intake.secret.KeyFolder;
import org.lianzhi.intake.vault.Uploads.TakenPhoto;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.ComeBackLater;
import org.lianzhi.kit.Store;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.test.Backends;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import tools.jackson.databind.json.JsonMapper;

class SweepingTest {

    private static final MongoClient CLIENT =
            MongoClients.create(Backends.started().store());
    private static final StreamId REPORT = StreamId.parse("report-1@hn");
    private static final Instant FIRST_DAY = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant THIRD_DAY = FIRST_DAY.plus(Duration.ofDays(2));
    private static final Instant LIMIT = THIRD_DAY.minus(Duration.ofDays(1));
    private static final byte[] JPEG = {1, 2, 3};

    private final SimpleMongoClientDatabaseFactory database =
            new SimpleMongoClientDatabaseFactory(CLIENT, "test-" + UUID.randomUUID());

    @TempDir
    private Path folder = Path.of("");

    private Vault vault = new Vault(new VaultKeys(new KeyFolder(folder), database), database);
    private final Set<StreamId> filed = new HashSet<>();
    private Uploads uploads = new Uploads(vault, database, filed::contains);
    private ReportVault reports = new ReportVault(vault, database, JsonMapper.shared(), report -> false);

    @BeforeEach
    void open() {
        vault = new Vault(new VaultKeys(new KeyFolder(folder), database), database);
        uploads = new Uploads(vault, database, filed::contains);
        reports = new ReportVault(vault, database, JsonMapper.shared(), report -> false);
    }

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Test
    void what_nobody_filed_for_a_day_is_erased() {
        draft(FIRST_DAY);

        sweep();

        assertThat(reports.open(REPORT)).isEmpty();
        assertThat(uploads.has("u-1")).isFalse();
        assertThat(reports.pendingBefore(THIRD_DAY)).isEmpty();
        assertThat(uploads.before(THIRD_DAY)).isEmpty();
    }

    @Test
    void what_is_sent_again_after_days_is_not_erased_while_it_is_filed() {
        draft(FIRST_DAY);
        reports.expect(REPORT, THIRD_DAY);
        TakenPhoto photo =
                uploads.take(List.of("u-1"), REPORT.toString(), THIRD_DAY).getFirst();

        sweep();

        assertThat(reports.open(REPORT)).isPresent();
        assertThat(uploads.copyOf(photo)).hasValue(JPEG);
    }

    @Test
    void what_is_filed_after_the_sweep_has_listed_it_is_not_swept() {
        draft(FIRST_DAY);
        uploads.store("u-2", JPEG, JPEG, "abc", FIRST_DAY);
        List<Uploads.Waiting> listed = uploads.before(LIMIT);
        assertThat(listed).hasSize(2);
        assertThat(reports.pendingBefore(LIMIT)).containsExactly(REPORT);

        reports.expect(REPORT, THIRD_DAY);
        uploads.take(List.of("u-1", "u-2"), REPORT.toString(), THIRD_DAY);

        assertThat(listed).noneMatch(old -> uploads.sweep(old, LIMIT));
        assertThat(reports.sweep(REPORT, LIMIT)).isFalse();
    }

    @Test
    void what_the_sweep_has_begun_to_erase_is_filed_by_nobody_and_anew_after_it() {
        draft(FIRST_DAY);
        Uploads.Waiting listed = uploads.before(LIMIT).getFirst();
        assertThat(uploads.sweep(listed, LIMIT)).isTrue();
        assertThat(reports.sweep(REPORT, LIMIT)).isTrue();

        assertThatExceptionOfType(RuleViolated.class)
                .isThrownBy(() -> uploads.take(List.of("u-1"), REPORT.toString(), THIRD_DAY));
        assertThatExceptionOfType(ComeBackLater.class).isThrownBy(() -> reports.expect(REPORT, THIRD_DAY));
        // It died there; the next one goes on.
        sweep();
        assertThat(uploads.has("u-1")).isFalse();
        reports.expect(REPORT, THIRD_DAY);
        assertThat(reports.open(REPORT)).isEmpty();
    }

    @Test
    void what_a_failed_sweep_has_left_is_erased_by_the_next() {
        uploads.store("u-1", new byte[17 << 20], JPEG, "abc", FIRST_DAY);
        var parts = Store.collection(database, "vault_parts");
        assertThat(parts.countDocuments()).as("three pieces and a copy").isEqualTo(4);
        // It failed before the others.
        vault.forget("upload/u-1/original/2");

        sweep();

        assertThat(parts.countDocuments()).isZero();
    }

    @Test
    void what_a_report_took_that_came_to_nothing_the_next_one_takes_but_not_while_it_may_be_under_way() {
        draft(FIRST_DAY);
        StreamId next = StreamId.parse("report-2@hn");

        assertThatExceptionOfType(ComeBackLater.class)
                .isThrownBy(() -> uploads.take(List.of("u-1"), next.toString(), FIRST_DAY.plusSeconds(20)))
                .satisfies(later -> assertThat(later.after()).hasSeconds(40));
        assertThat(uploads.take(List.of("u-1"), next.toString(), FIRST_DAY.plusSeconds(60)))
                .hasSize(1);
        filed.add(next);
        assertThatExceptionOfType(RuleViolated.class)
                .isThrownBy(() -> uploads.take(List.of("u-1"), REPORT.toString(), THIRD_DAY));
    }

    @Test
    void a_report_that_is_filed_later_than_anybody_thought_keeps_what_another_took_over() {
        draft(FIRST_DAY);
        TakenPhoto photo = reports.open(REPORT).orElseThrow().photos().getFirst();
        uploads.take(List.of("u-1"), "report-2@hn", FIRST_DAY.plusSeconds(60));
        filed.add(REPORT);

        sweep();

        assertThat(uploads.before(THIRD_DAY)).isEmpty();
        assertThat(uploads.copyOf(photo)).hasValue(JPEG);
    }

    private void draft(Instant at) {
        uploads.store("u-1", JPEG, JPEG, "abc", at);
        reports.expect(REPORT, at);
        List<TakenPhoto> photos = uploads.take(List.of("u-1"), REPORT.toString(), at);
        reports.put(REPORT, new ReportEntry(ReportForm.EMPTY, photos, null));
    }

    private void sweep() {
        new Sweeping(
                        uploads,
                        SealedPieces.in(vault, database),
                        reports,
                        filed::contains,
                        Clock.fixed(THIRD_DAY, ZoneOffset.UTC))
                .sweep();
    }
}
