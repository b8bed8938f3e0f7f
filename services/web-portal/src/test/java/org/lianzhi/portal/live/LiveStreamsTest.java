package org.lianzhi.portal.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lianzhi.portal.WebPortal;
import org.lianzhi.portal.stub.StubServices;
import org.lianzhi.test.Backends;
import org.springframework.context.ConfigurableApplicationContext;

/** From a real broker to a browser's stream, and how it all ends. */
class LiveStreamsTest {

    private static final String REPORT = "01j3x5m6hj4k2m3n4p5q6r7s8t";
    private static final String TRACKED = """
        {"report":"%s","state":"received","filedAt":"2026-07-20T00:42:00Z","officeBureau":"431129-branch"}\
        """.formatted(REPORT);

    @Test
    @Timeout(180)
    void a_page_is_told_that_something_has_moved_and_an_open_stream_does_not_delay_the_end() throws Exception {
        StubServices services = new StubServices();
        services.answers("POST /api/v1/tracking", 200, TRACKED);
        services.answers("POST /api/v1/tracking/secret", 200, "{\"secret\":\"Zx8k2LmQ4vT7wYb1NcE9Rg\"}");
        topics();
        ConfigurableApplicationContext portal = WebPortal.application().run(arguments(services));
        try {
            int port = portal.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            HttpClient browser =
                    HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
            assertThat(get(browser, port, "/status/live").statusCode())
                    .as("without a report there is nothing to follow")
                    .isEqualTo(204);
            lookUp(browser, port);
            HttpResponse<InputStream> stream = get(browser, port, "/status/live");
            assertThat(stream.headers().firstValue("Content-Type")).hasValue("text/event-stream");
            BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), UTF_8));

            try (var producer = producer()) {
                CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> firstEvent(lines));
                // The consumer follows from the end, and when it has begun nobody can tell: so the hint is repeated.
                await().atMost(Duration.ofMinutes(2))
                        .pollInterval(Duration.ofMillis(500))
                        .until(() -> {
                            producer.send(event());
                            return first.isDone();
                        });
                assertThat(first.get()).isEqualTo("event:changed");
            }
            long begin = System.nanoTime();
            portal.stop();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
            lines.close();
            browser.shutdownNow();
        } finally {
            portal.close();
        }
    }

    @Test
    void a_hint_is_for_the_offices_that_the_event_names_and_nobody_else() {
        Listeners listeners = new Listeners();
        listeners.start();
        try {
            assertThat(listeners.listen("browser", hint -> true)).isPresent();
            assertThat(listeners.listen("browser", hint -> true)).isPresent();
            assertThat(listeners.listen("browser", hint -> true)).isPresent();
            assertThat(listeners.listen("browser", hint -> true))
                    .as("one too many")
                    .isEmpty();
            assertThat(listeners.listen("another", hint -> true)).isPresent();
        } finally {
            listeners.stop();
        }
        assertThat(listeners.listen("browser", hint -> true))
                .as("about to stop")
                .isEmpty();
        assertThat(new Hint(REPORT, Set.of("431129-branch")).bureaus()).containsExactly("431129-branch");
    }

    private static String[] arguments(StubServices services) {
        return Stream.concat(
                        Stream.of(
                                "--server.port=0",
                                "--server.address=127.0.0.1",
                                "--lianzhi.portal.live-hints=true",
                                "--spring.kafka.bootstrap-servers="
                                        + Backends.started().brokers()),
                        services.settings().entrySet().stream()
                                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue()))
                .toArray(String[]::new);
    }

    private static void topics() throws Exception {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", Backends.started().brokers()))) {
            Set<String> there = admin.listTopics().names().get(20, TimeUnit.SECONDS);
            List<NewTopic> missing = Stream.of("hn", "gx")
                    .flatMap(side -> Stream.of("shared.cases", "internal.reports", "internal.notices")
                            .map(kind -> side + "." + kind))
                    .filter(topic -> !there.contains(topic))
                    .map(topic -> new NewTopic(topic, 1, (short) 1))
                    .toList();
            admin.createTopics(missing).all().get(20, TimeUnit.SECONDS);
        }
    }

    private static KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        Backends.started().brokers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private static ProducerRecord<String, byte[]> event() {
        ProducerRecord<String, byte[]> event =
                new ProducerRecord<>("hn.internal.reports", REPORT, "{\"bureau\":\"431129-branch\"}".getBytes(UTF_8));
        event.headers().add("ce_type", "report.accepted.v1".getBytes(UTF_8));
        event.headers().add("ce_subject", REPORT.getBytes(UTF_8));
        return event;
    }

    private static String firstEvent(BufferedReader lines) {
        return lines.lines()
                .filter(line -> line.startsWith("event:"))
                .findFirst()
                .orElse("");
    }

    private static void lookUp(HttpClient browser, int port) throws Exception {
        String page = browser.send(request(port, "/status").build(), BodyHandlers.ofString())
                .body();
        String token = page.replaceFirst("(?s).*name=\"_csrf\" value=\"([^\"]*)\".*", "$1");
        HttpRequest form = request(port, "/status")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + URLEncoder.encode(token, UTF_8) + "&code=4821093755162043"))
                .build();
        assertThat(browser.send(form, BodyHandlers.ofString()).headers().firstValue("Location"))
                .hasValueSatisfying(next -> assertThat(next).endsWith("/status/report"));
    }

    private static HttpResponse<InputStream> get(HttpClient browser, int port, String path) throws Exception {
        return browser.send(request(port, path).build(), BodyHandlers.ofInputStream());
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }
}
