package org.lianzhi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmokeTest {

    @TempDir
    Path folder;

    /** With so few commits that it says nothing of the relay, and everything of the harness. */
    @Test
    void one_benchmark_runs_from_its_processes_to_its_file() throws Exception {
        Settings settings = new Settings(Set.of("P4"), 1, 0.005, 1, folder);

        assertThat(Benchmarks.run(List.of(new Publishing()), settings)).isTrue();

        assertThat(Files.readString(folder.resolve("benchmarks.json")))
                .contains("\"id\" : \"P4\"", "\"seed\" : 1", "\"firstA\"", "\"processors\"", "streambridge_sync");
        assertThat(folder.toFile().list()).containsExactly("benchmarks.json");
    }
}
