package org.lianzhi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianzhi.embedded.Ports;
import org.lianzhi.test.Backends;

/** A service is also a program of its own, told by its environment, as in the compose file, where broker and store are. */
class AloneTest {

    private static final Duration LONGEST_START = Duration.ofMinutes(4);

    @TempDir
    Path folder;

    @Test
    void a_service_starts_alone_and_says_that_it_is_ready() throws Exception {
        String port = freePort();
        Process service = start(
                "supervisor-timeline", environment(port, Backends.started().brokers()));
        try {
            String base = "http://127.0.0.1:" + port;
            assertReady(service, base);
            assertThat(status(base + "/v3/api-docs")).isEqualTo(200);
            assertThat(status(base + "/api/v1/timelines")).isEqualTo(401);
        } finally {
            end(service);
        }
    }

    /** Its store answers; its broker does not exist. */
    @Test
    void a_service_starts_while_the_broker_is_away_and_says_so() throws Exception {
        String port = freePort();
        Process service = start("supervisor-timeline", environment(port, "127.0.0.1:1"));
        try {
            String base = "http://127.0.0.1:" + port;
            assertReady(service, base);
            assertThat(answer(base + "/actuator/health", BodyHandlers.ofString())
                            .map(HttpResponse::body))
                    .hasValueSatisfying(health -> assertThat(health).contains("\"DEGRADED\""));
        } finally {
            end(service);
        }
    }

    private static Map<String, String> environment(String port, String brokers) {
        return Map.of(
                "SERVER_PORT", port,
                "SPRING_MONGODB_URI", Backends.started().store(),
                "SPRING_KAFKA_BOOTSTRAP_SERVERS", brokers,
                "SPRING_CLOUD_STREAM_KAFKA_BINDER_BROKERS", brokers,
                "LIANZHI_IDENTITY_ISSUER", "http://127.0.0.1:1/realms/lianzhi");
    }

    @Test
    void the_portal_starts_alone_and_serves_citizens_while_everything_else_is_away() throws Exception {
        String port = freePort();
        Process portal = start(
                "web-portal",
                Map.of(
                        "SERVER_PORT", port,
                        "SERVER_ADDRESS", "127.0.0.1",
                        "LIANZHI_ISSUER", "http://127.0.0.1:1/realms/lianzhi",
                        "LIANZHI_SERVICES_REPORT-INTAKE", "http://127.0.0.1:1",
                        "LIANZHI_SERVICES_JOINT-INVESTIGATION", "http://127.0.0.1:1",
                        "LIANZHI_SERVICES_NOTIFICATION", "http://127.0.0.1:1",
                        "LIANZHI_SERVICES_SUPERVISOR-TIMELINE", "http://127.0.0.1:1",
                        "SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1"));
        try {
            String base = "http://127.0.0.1:" + port;
            assertReady(portal, base);
            assertThat(status(base + "/")).isEqualTo(200);
        } finally {
            end(portal);
        }
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private void assertReady(Process service, String base) {
        Awaitility.await("ready")
                .atMost(LONGEST_START)
                .until(() -> !service.isAlive() || status(base + "/actuator/health/readiness") == 200);
        assertThat(service.isAlive()).as(() -> output()).isTrue();
    }

    private Process start(String name, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx300m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar(name).toString());
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
    }

    private static Path jar(String name) throws IOException {
        Path target = Path.of("..", name, "target");
        if (Files.isDirectory(target)) {
            try (Stream<Path> files = Files.list(target)) {
                var jar = files.filter(file -> file.toString().endsWith("-exec.jar"))
                        .findFirst();
                if (jar.isPresent()) {
                    return jar.get();
                }
            }
        }
        return Assumptions.abort("no jar of " + name + ": ./mvnw verify makes it, ./mvnw test does not");
    }

    private String output() {
        try {
            return Files.readString(folder.resolve("output.txt"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static String freePort() {
        return String.valueOf(Ports.pick());
    }

    private static int status(String address) throws InterruptedException {
        return answer(address, BodyHandlers.discarding())
                .map(HttpResponse::statusCode)
                .orElse(0);
    }

    /** Empty while nobody answers there. */
    private static <T> Optional<HttpResponse<T>> answer(String address, BodyHandler<T> body)
            throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return Optional.of(
                    client.send(HttpRequest.newBuilder(URI.create(address)).build(), body));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
