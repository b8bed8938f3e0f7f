package org.lianzhi.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.lianzhi.embedded.Ports;
import org.lianzhi.test.Api;
import org.lianzhi.test.SharedClasses;
import org.lianzhi.test.TestTokens;

/** Where the parts run: a folder, ports that stay the same over deaths, and what each part has to know of the others. */
final class Ground implements AutoCloseable {

    static final List<String> SERVICES =
            List.of("report-intake", "joint-investigation", "notification", "supervisor-timeline");

    private final Path folder;
    private final Map<String, Integer> ports = new HashMap<>();
    private final List<Part> started = new ArrayList<>();
    private final String store;

    Ground(Path folder) {
        this(folder, null);
    }

    /** @param store connection string of a store that somebody else runs; null where it is one of the parts */
    Ground(Path folder, @Nullable String store) {
        this.folder = folder;
        Iterator<Integer> picked = Ports.pick(2 + SERVICES.size(), Set.of()).iterator();
        Stream.concat(Stream.of("broker", "store"), SERVICES.stream()).forEach(name -> ports.put(name, picked.next()));
        this.store = store == null ? "mongodb://127.0.0.1:" + port("store") : store;
    }

    int port(String part) {
        return ports.getOrDefault(part, 0);
    }

    String brokers() {
        return "127.0.0.1:" + port("broker");
    }

    String store() {
        return store;
    }

    Path folder() {
        return folder;
    }

    /** A process with these parts; it is not waited for. */
    Part launch(List<String> parts, Map<String, String> more, String... limited) {
        Map<String, String> settings = new HashMap<>();
        settings.put("parts", String.join(",", parts));
        ports.forEach((name, port) -> settings.put(name + ".port", Integer.toString(port)));
        settings.put("broker.folder", folder.resolve("broker").toString());
        settings.put("store.folder", folder.resolve("store").toString());
        settings.put("store.durability", "PROCESS_DEATH");
        settings.put("store.uri", store);
        settings.put("keys.folder", folder.resolve("keys").toString());
        settings.put("lianzhi.faults", "true");
        settings.put("lianzhi.identity.issuer", TestTokens.ISSUER);
        settings.put("lianzhi.identity.jwk-set-uri", TestTokens.keys().toString());
        settings.put("lianzhi.journal.store-timeout", "4s");
        // Slow hashes and the work of a crowd are tested elsewhere; here they would be most of the load.
        settings.put("lianzhi.intake.hash.memory-kib", "64");
        settings.put("lianzhi.intake.hash.iterations", "1");
        settings.put("lianzhi.intake.crowd.work-bits", "8");
        settings.putAll(more);
        Part part = Part.launch(folder, parts.size() == 1 ? parts.getFirst() : "services", settings, limited);
        started.add(part);
        return part;
    }

    Part start(List<String> parts, Map<String, String> more) {
        Part part = launch(parts, more).ready();
        if (parts.stream().anyMatch(SERVICES::contains)) {
            SharedClasses.keep();
        }
        return part;
    }

    Part start(String... parts) {
        return start(List.of(parts), Map.of());
    }

    /** The same services once more, with ports of their own. */
    Part startSecond(List<String> services, Map<String, String> more) {
        Map<String, String> settings =
                services.stream().collect(Collectors.toMap(name -> name + ".port", name -> "" + Ports.pick()));
        settings.putAll(more);
        return start(services, settings);
    }

    Api administrator(String service) {
        return Api.anybody(port(service)).as("hn", "430000-department", "administrator");
    }

    /** As an administrator does it after topics were lost. */
    void resendEverything() {
        for (String service : List.of("report-intake", "joint-investigation", "notification")) {
            Api.Answer answer =
                    administrator(service).post("/api/v1/operations/resend", "{\"reason\":\"the topics were lost\"}");
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        }
    }

    /** Runs the check of all records as a program of its own, beside the services. */
    String verify(Class<?> service, String name) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(SharedClasses.arguments(false));
        command.addAll(List.of(
                service.getName(),
                "--lianzhi.verify=true",
                "--spring.mongodb.uri=" + store(),
                "--spring.mongodb.database=" + name,
                "--lianzhi.evidence.known=" + folder.resolve("keys")));
        Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return "exit code " + run.waitFor() + "\n" + output;
    }

    /** Status of a service's health, such as {@code DEGRADED}; empty while it does not answer. */
    String health(String service) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = URI.create("http://127.0.0.1:" + port(service) + "/actuator/health");
            String body = client.send(
                            HttpRequest.newBuilder(address)
                                    .timeout(Duration.ofSeconds(20))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            return body.replaceFirst("(?s).*?\"status\":\"([A-Z_]+)\".*", "$1");
        } catch (IOException away) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    void awaitHealth(String service, String status, Duration atMost) {
        Awaitility.await(service + " is " + status)
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> health(service), status::equals);
    }

    /** The last words of every process, for a failure. */
    String tails() {
        return started.stream().map(Part::tail).collect(Collectors.joining("\n\n"));
    }

    @Override
    public void close() {
        started.forEach(Part::close);
    }
}
