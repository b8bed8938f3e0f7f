package org.lianzhi.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.lianzhi.embedded.Ports;
import org.lianzhi.standalone.ServiceContext;
import org.lianzhi.test.TestTokens;
import org.lianzhi.timeline.SupervisorTimeline;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.messaging.Message;

/**
 * P5: p95 of the timeline of one case, by HTTP from the service, with 10^6 events in its read models against 10^3. Both
 * services run in this process over databases in one store; the events go in through the service's own consumer.
 */
final class TimelineQuery implements Measurement {

    private static final int MANY = 1_000_000;
    private static final int FEW = 1_000;
    private static final int QUERIES = 300;
    private static final double PER_SECOND = 50;
    private static final int CASES_AT_ONCE = 125;

    @Override
    public String id() {
        return "P5";
    }

    @Override
    public Outcome measure(Settings settings, Path folder) throws Exception {
        int many = settings.sized(MANY);
        try (Bare bare = Bare.start(folder);
                Timeline large = Timeline.start(bare, folder, "many", many);
                Timeline small = Timeline.start(bare, folder, "few", Math.min(FEW, many))) {
            int queries = settings.sized(QUERIES);
            Random random = new Random(settings.seed());
            Histogram ofMany = new Histogram(3);
            Histogram ofFew = new Histogram(3);
            Ratios.Side overMany = () -> large.p95(queries, random, ofMany);
            Ratios.Side overFew = () -> small.p95(queries, random, ofFew);
            overMany.measure();
            overFew.measure();
            ofMany.reset();
            ofFew.reset();
            Ratios ratios = Ratios.abba(settings.rounds(), overMany, overFew);
            return Outcome.of(new Figure(id(), Target.atMost(2), ratios)
                    .with("events", many)
                    .with("cases", large.cases.size())
                    .with("per_s", PER_SECOND)
                    .with("p95_ms", ofMany.getValueAtPercentile(95) / 1000.0)
                    .with("p50_ms", ofMany.getValueAtPercentile(50) / 1000.0)
                    .with("few_p95_ms", ofFew.getValueAtPercentile(95) / 1000.0)
                    .with("filled_per_s", large.filledPerSecond));
        }
    }

    /** The service over a database of its own. */
    private record Timeline(
            ConfigurableApplicationContext service,
            HttpClient http,
            String address,
            String token,
            List<String> cases,
            double filledPerSecond)
            implements AutoCloseable {

        static Timeline start(Bare bare, Path folder, String name, int events) {
            int port = Ports.pick();
            ConfigurableApplicationContext service = ServiceContext.start(
                    SupervisorTimeline.class,
                    "supervisor-timeline",
                    port,
                    bare.broker(),
                    bare.storeUri(),
                    folder.resolve("keys"),
                    Map.of(
                            "spring.mongodb.database",
                            "timeline-" + name,
                            "lianzhi.identity.issuer",
                            TestTokens.ISSUER,
                            "lianzhi.identity.jwk-set-uri",
                            TestTokens.keys().toString(),
                            "lianzhi.standalone.without",
                            JournalOnly.PEERS + ",org.springframework.boot.thymeleaf,io.github.wimdeblauwe"));
            long begin = System.nanoTime();
            List<String> cases = fill(service, events);
            return new Timeline(
                    service,
                    HttpClient.newHttpClient(),
                    "http://127.0.0.1:" + port + "/api/v1/timelines/",
                    TestTokens.of("hn", "430000-department", "p-benchmark", "supervisor"),
                    cases,
                    events / ((System.nanoTime() - begin) / 1e9));
        }

        @SuppressWarnings("unchecked")
        private static List<String> fill(ConfigurableApplicationContext service, int events) {
            Consumer<Message<List<byte[]>>> consumer = service.getBean("timeline", Consumer.class);
            CaseHistories histories = new CaseHistories();
            for (int left = Math.max(1, events / CaseHistories.EVENTS); left > 0; left -= CASES_AT_ONCE) {
                consumer.accept(histories.batch(Math.min(left, CASES_AT_ONCE)));
            }
            return histories.ids();
        }

        double p95(int queries, Random random, Histogram all) throws Exception {
            Histogram one = new Histogram(3);
            List<String> asked =
                    random.ints(queries, 0, cases.size()).mapToObj(cases::get).toList();
            OpenLoop.run(PER_SECOND, queries, (number, dueNanos) -> {
                ask(asked.get(number));
                long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - dueNanos);
                synchronized (one) {
                    one.recordValue(micros);
                }
            });
            all.add(one);
            return one.getValueAtPercentile(95) / 1000.0;
        }

        private void ask(String id) throws Exception {
            HttpResponse<byte[]> answer = http.send(
                    HttpRequest.newBuilder(URI.create(address + id))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        "a timeline was answered with " + answer.statusCode() + " " + new String(answer.body(), UTF_8));
            }
        }

        @Override
        public void close() {
            http.close();
            service.close();
        }
    }
}
