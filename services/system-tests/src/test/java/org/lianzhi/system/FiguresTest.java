package org.lianzhi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianzhi.test.Browsers;
import org.lianzhi.test.RunningLianzhi;

/** Figures that the README names. Printed and written to target/figures.txt; the bounds are for a slow, busy machine. */
@Running
class FiguresTest {

    private static final Path FILE = Path.of("target", "figures.txt");

    private final RunningLianzhi lianzhi;
    private final Browsers browsers;

    @TempDir
    Path folder;

    FiguresTest(RunningLianzhi lianzhi, Browsers browsers) {
        this.lianzhi = lianzhi;
        this.browsers = browsers;
    }

    @Test
    void time_from_start_to_banner() throws IOException {
        Duration took = lianzhi.lastStart();
        tell("start to banner", "%.1f s".formatted(took.toMillis() / 1000.0));
        assertThat(took).isLessThan(Duration.ofMinutes(8));
    }

    @Test
    void memory_at_rest() throws IOException {
        Path status = Path.of("/proc", String.valueOf(lianzhi.pid()), "status");
        Assumptions.assumeTrue(Files.exists(status), "only Linux tells");
        long kib = Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .sum();
        tell("memory at rest (resident, whole process)", kib / 1024 + " MiB");
        assertThat(kib).isPositive().isLessThan(2_000_000);
    }

    @Test
    void time_from_submit_to_the_inbox_of_the_bureau() throws IOException {
        try (BrowserContext phone = browsers.visitor(390, true);
                BrowserContext desk = browsers.visitor(1280, true)) {
            Officer officer = Officer.signedIn(lianzhi, desk, "jianghua-1", Words.CHINESE);
            Citizen citizen = new Citizen(lianzhi, phone, Words.CHINESE);
            citizen.describes(new Citizen.Account(
                    "Brown water runs into the reservoir.",
                    "Inlet",
                    "Pig farm",
                    "Somebody",
                    "13900000000",
                    "somebody@example.invalid",
                    "Village by the reservoir",
                    CanaryPhoto.write(folder.resolve("photo.jpg"), "nobody", "nothing")));
            long before = System.nanoTime();
            citizen.sends();
            officer.findsInInbox("notice.report-filed");
            Duration took = Duration.ofNanos(System.nanoTime() - before);
            tell("citizen's submit to the bureau's inbox, with both pages", took.toMillis() + " ms");
            assertThat(took).isLessThan(Duration.ofSeconds(60));
        }
    }

    private static void tell(String what, String figure) throws IOException {
        String line = "%-60s %s".formatted(what, figure);
        System.out.println("FIGURE  " + line);
        Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
