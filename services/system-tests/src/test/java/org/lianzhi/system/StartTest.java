package org.lianzhi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianzhi.test.RunningLianzhi;

/** The program from outside: its lines, its exit codes, and what it never loses. */
class StartTest {

    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);
    private static final List<String> PARTS = List.of(
            "data folder",
            "broker",
            "store",
            "identity provider",
            "report intake",
            "joint investigation",
            "notification",
            "supervisor timeline",
            "web portal");

    @TempDir
    Path folder;

    @Test
    void it_starts_stops_in_order_survives_a_kill_and_keeps_its_data() throws Exception {
        try (RunningLianzhi lianzhi = new RunningLianzhi(folder)) {
            lianzhi.start();
            for (String part : PARTS) {
                assertThat(lianzhi.output()).containsPattern("(?m)^ {2}" + part + " +ready in [0-9.]+ s$");
            }
            assertThat(lianzhi.output())
                    .contains(
                            lianzhi.portal(),
                            "jianghua-1",
                            "lianzhi-demo",
                            lianzhi.data().toString(),
                            "Ctrl-C")
                    .doesNotContain("SLF4J", "WARNING");
            assertThat(answer(lianzhi.portal() + "/")).isEqualTo(200);
            String key = Files.readString(signingKey(lianzhi));

            lianzhi.kill();
            lianzhi.start();
            assertThat(answer(lianzhi.portal() + "/")).isEqualTo(200);
            assertThat(signingKey(lianzhi)).hasContent(key);
            assertInUse(lianzhi);

            assertThat(lianzhi.stop()).isLessThan(LONGEST_STOP);
            assertThat(lianzhi.output()).contains("Stopping ...").contains("Stopped.");
            assertThat(lianzhi.log()).content().doesNotContain("did not stop in order");
            assertBackupResetAndRestore(lianzhi);
        }
    }

    private void assertInUse(RunningLianzhi running) throws InterruptedException {
        RunningLianzhi second = new RunningLianzhi(folder.resolve("second"));
        int code = second.run(
                "--data=" + running.data(), "--port=" + second.port(), "--identity-port=" + second.identityPort());
        assertOneLine(second, code, "is in use");
    }

    private void assertBackupResetAndRestore(RunningLianzhi lianzhi) throws Exception {
        String zip = folder.resolve("backup.zip").toString();
        String data = "--data=" + lianzhi.data();
        String key = Files.readString(signingKey(lianzhi));
        RunningLianzhi console = new RunningLianzhi(folder.resolve("console"));

        assertThat(console.run(data, "--backup=" + zip)).as(console.output()).isZero();
        assertThat(console.run(data, "--reset")).isNotZero();
        assertThat(console.output()).contains("--yes");
        assertThat(signingKey(lianzhi)).exists();
        assertThat(console.run(data, "--reset", "--yes")).as(console.output()).isZero();
        assertThat(signingKey(lianzhi)).doesNotExist();
        assertThat(console.run(data, "--restore=" + zip)).as(console.output()).isZero();
        assertThat(signingKey(lianzhi)).hasContent(key);

        damage(lianzhi.data().resolve("store").resolve("data.mv"));
        assertOneLine(console, console.run(data, "--port=" + lianzhi.port()), "restore a backup");
        assertThat(console.run(data, "--restore=" + zip, "--yes"))
                .as(console.output())
                .isZero();
    }

    private static Path signingKey(RunningLianzhi lianzhi) {
        return lianzhi.data().resolve("keys").resolve("identity-signing-key.json");
    }

    private static void damage(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }
    }

    @Test
    void a_taken_port_is_told_before_anything_is_started() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            RunningLianzhi lianzhi = new RunningLianzhi(folder);
            int code = lianzhi.run("--data=" + lianzhi.data(), "--port=" + taken.getLocalPort());
            assertOneLine(lianzhi, code, "--port=PORT");
            assertThat(lianzhi.data()).doesNotExist();
        }
    }

    @Test
    void a_folder_that_cannot_be_written_is_told() throws Exception {
        RunningLianzhi lianzhi = new RunningLianzhi(folder);
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        int code = lianzhi.run(
                "--data=" + file.resolve("data"),
                "--port=" + lianzhi.port(),
                "--identity-port=" + lianzhi.identityPort());
        assertOneLine(lianzhi, code, "check owner and rights");
    }

    /** Apart from the parts that did start. */
    private static void assertOneLine(RunningLianzhi lianzhi, int code, String words) {
        assertThat(code).isNotZero();
        List<String> lines = lianzhi.output()
                .lines()
                .filter(line -> !line.startsWith("  ") && !line.startsWith("Stop"))
                .toList();
        assertThat(lines).as(lianzhi.output()).hasSize(1);
        assertThat(lines.getFirst()).contains(words);
    }

    private static int answer(String address) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
