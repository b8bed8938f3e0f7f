package org.lianzhi.intake.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianzhi.intake.keeping.Kept.Kind;
import org.lianzhi.intake.keeping.Kept.Line;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.ComeBackLater;
import tools.jackson.databind.json.JsonMapper;

class RegisterTest {

    private static final StreamId FIRST = StreamId.parse("report-1@hn");
    private static final StreamId SECOND = StreamId.parse("report-2@hn");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void what_one_instance_enters_another_and_a_later_one_know() {
        Register one = register();
        Register other = register();
        assertThat(other.isErased(FIRST)).isFalse();

        one.add(erased(FIRST));

        assertThat(other.isErased(FIRST)).isTrue();
        assertThat(register().erased()).containsExactly(FIRST);
        assertThat(register().holds("intent of report-1@hn")).isTrue();
        assertThat(register().isErased(SECOND)).isFalse();
    }

    @Test
    void a_line_that_a_crash_cut_off_was_never_promised_and_swallows_no_other() throws IOException {
        register().add(erased(FIRST));
        Files.writeString(folder.resolve("register.jsonl"), "{\"kind\":\"ERASED\",\"rep", StandardOpenOption.APPEND);

        assertThat(register().erased()).containsExactly(FIRST);
        register().add(erased(SECOND));
        assertThat(register().erased()).containsExactlyInAnyOrder(FIRST, SECOND);
    }

    @Test
    void a_register_that_is_gone_or_cannot_be_read_closes_the_vault() throws IOException {
        Register register = register();
        register.add(erased(FIRST));
        Files.delete(folder.resolve("register.jsonl"));
        assertThatExceptionOfType(ComeBackLater.class).isThrownBy(() -> register.of(SECOND));

        Files.createDirectory(folder.resolve("register.jsonl"));
        assertThatExceptionOfType(ComeBackLater.class)
                .isThrownBy(() -> register().of(SECOND));
        assertThatExceptionOfType(ComeBackLater.class)
                .isThrownBy(() -> register().add(erased(SECOND)));
    }

    private static Line erased(StreamId report) {
        return new Line(
                Kind.ERASED,
                report.toString(),
                "intent of " + report,
                "hn/431129-branch/lead/p-1",
                Instant.EPOCH,
                "asked by the reporter",
                null);
    }

    private Register register() {
        return new Register(folder, JsonMapper.shared());
    }
}
