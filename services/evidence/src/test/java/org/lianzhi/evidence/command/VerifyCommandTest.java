package org.lianzhi.evidence.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class VerifyCommandTest {

    @Test
    void every_side_that_is_known_is_checked_however_the_list_is_written() {
        assertThat(VerifyCommand.sides(new MockEnvironment())).containsExactly("hn", "gx");
        assertThat(VerifyCommand.sides(new MockEnvironment().withProperty("lianzhi.journal.known-sides", "hn,gx,gd")))
                .containsExactly("hn", "gx", "gd");
        assertThat(VerifyCommand.sides(new MockEnvironment()
                        .withProperty("lianzhi.journal.known-sides[0]", "hn")
                        .withProperty("lianzhi.journal.known-sides[1]", "gx")
                        .withProperty("lianzhi.journal.known-sides[2]", "gd")))
                .as("as YAML has it")
                .containsExactly("hn", "gx", "gd");
    }

    @Test
    void a_check_that_runs_out_of_memory_says_nothing_about_the_records() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = VerifyCommand.run(
                new PrintStream(said, true, StandardCharsets.UTF_8),
                "none",
                List.of(),
                (store, sides) -> {
                    throw new OutOfMemoryError("as if");
                },
                "--lianzhi.journal.sides=",
                "--spring.mongodb.uri=mongodb://127.0.0.1:1/none");
        assertThat(code).isEqualTo(Report.NOT_CHECKED);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Could not be checked: java.lang.OutOfMemoryError");
    }
}
