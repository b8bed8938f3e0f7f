package org.lianzhi.intake.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianzhi.intake.keeping.Kept.Erased;
import org.lianzhi.intake.keeping.Kept.Held;
import org.lianzhi.intake.keeping.Kept.Kind;
import org.lianzhi.intake.keeping.Kept.Line;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.ComeBackLater;
import org.lianzhi.kit.Store;
import org.lianzhi.test.Backends;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import tools.jackson.databind.json.JsonMapper;

class RegisterTest {

    private static final StreamId FIRST = StreamId.parse("report-1@hn");
    private static final StreamId SECOND = StreamId.parse("report-2@hn");

    private static final MongoClient CLIENT =
            MongoClients.create(Backends.started().store());

    private final SimpleMongoClientDatabaseFactory database =
            new SimpleMongoClientDatabaseFactory(CLIENT, "test-" + UUID.randomUUID());

    @TempDir
    private Path folder = Path.of("");

    @Test
    void what_one_instance_enters_another_and_a_later_one_know() {
        Register one = register();
        Register other = register();
        assertThat(other.isErased(FIRST)).isFalse();

        add(one, erased(FIRST));

        assertThat(other.isErased(FIRST)).isTrue();
        assertThat(register().erased()).containsExactly(FIRST);
        assertThat(other.add(FIRST, "intent of report-1@hn", kept -> fail("it was entered before")))
                .isInstanceOf(Erased.class);
        assertThat(register().isErased(SECOND)).isFalse();
    }

    @Test
    void a_line_that_a_crash_cut_off_was_never_promised_and_swallows_no_other() throws IOException {
        add(register(), erased(FIRST));
        Files.writeString(folder.resolve("register.jsonl"), "{\"kind\":\"ERASED\",\"rep", StandardOpenOption.APPEND);

        assertThat(register().erased()).containsExactly(FIRST);
        add(register(), erased(SECOND));
        assertThat(register().erased()).containsExactlyInAnyOrder(FIRST, SECOND);
    }

    @Test
    void a_register_that_is_gone_or_cannot_be_read_closes_the_vault() throws IOException {
        Register register = register();
        add(register, erased(FIRST));
        Files.delete(folder.resolve("register.jsonl"));
        assertThatExceptionOfType(ComeBackLater.class).isThrownBy(() -> register.of(SECOND));

        Files.createDirectory(folder.resolve("register.jsonl"));
        assertThatExceptionOfType(ComeBackLater.class)
                .isThrownBy(() -> register().of(SECOND));
        assertThatExceptionOfType(ComeBackLater.class).isThrownBy(() -> add(register(), erased(SECOND)));
    }

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Test
    void a_register_that_is_lost_or_older_than_what_was_entered_closes_the_vault_at_a_start_too() throws IOException {
        assertThat(register().of(SECOND)).isEqualTo(Kept.FREE);
        Path file = folder.resolve("register.jsonl");
        add(register(), erased(FIRST));
        String older = Files.readString(file);
        add(register(), erased(SECOND));
        String newer = Files.readString(file);

        Files.writeString(file, older);
        assertThatExceptionOfType(ComeBackLater.class)
                .isThrownBy(() -> register().of(SECOND));
        Files.writeString(file, "");
        assertThatExceptionOfType(ComeBackLater.class)
                .isThrownBy(() -> register().of(SECOND));
        Files.delete(file);
        assertThatExceptionOfType(ComeBackLater.class)
                .isThrownBy(() -> register().of(SECOND));
        assertThatExceptionOfType(ComeBackLater.class).isThrownBy(() -> add(register(), erased(FIRST)));
        assertThat(file).doesNotExist();
        Files.writeString(file, newer);
        assertThat(register().erased()).containsExactlyInAnyOrder(FIRST, SECOND);
    }

    @Test
    void a_register_from_before_there_was_a_mark_is_marked_when_it_is_read() throws IOException {
        add(register(), erased(FIRST));
        Store.collection(database, "vault_register_mark").drop();
        assertThat(register().isErased(FIRST)).isTrue();

        Files.delete(folder.resolve("register.jsonl"));
        assertThatExceptionOfType(ComeBackLater.class)
                .isThrownBy(() -> register().of(FIRST));
    }

    @Test
    void between_the_look_and_the_line_nobody_enters_anything() throws InterruptedException {
        Register register = register();
        Register other = register();
        assertThat(other.of(FIRST)).isEqualTo(Kept.FREE);
        List<Kept> seen = new CopyOnWriteArrayList<>();
        Thread erasing = new Thread(() -> register.add(FIRST, "erasing", kept -> {
            seen.add(kept);
            return Optional.empty();
        }));

        register.add(FIRST, "holding", kept -> {
            erasing.start();
            await().until(() -> erasing.getState() == Thread.State.BLOCKED);
            return Optional.of(line(Kind.HELD, FIRST));
        });
        erasing.join();
        other.add(FIRST, "erasing", kept -> {
            seen.add(kept);
            return Optional.empty();
        });

        assertThat(seen).hasSize(2).allMatch(Held.class::isInstance);
    }

    private static void add(Register register, Line line) {
        register.add(StreamId.parse(line.report()), line.intent(), kept -> Optional.of(line));
    }

    private static Line erased(StreamId report) {
        return line(Kind.ERASED, report);
    }

    private static Line line(Kind kind, StreamId report) {
        return new Line(
                kind,
                report.toString(),
                "intent of " + report,
                "hn/431129-branch/lead/p-1",
                Instant.EPOCH,
                "asked by the reporter",
                null);
    }

    private Register register() {
        return new Register(folder, JsonMapper.shared(), new RegisterMark(database));
    }
}
