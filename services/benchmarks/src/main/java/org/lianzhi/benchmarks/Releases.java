package org.lianzhi.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.lianzhi.model.SortableIds;
import tools.jackson.databind.json.JsonMapper;

/**
 * An officer releases reports to the other side, which opens a joint case each; measured is the time until a notice about
 * the case has arrived for a bureau of either side. A notice has arrived when it can be read from its topic, from which inbox
 * and live hints are fed.
 */
final class Releases implements AutoCloseable {

    private static final String COUNTY = "431129";
    private static final List<String> TOPICS =
            List.of("hn.internal.reports", "hn.internal.notices", "gx.internal.notices");
    private static final Duration POLL = Duration.ofMillis(5);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Whole whole;
    private final String intake;
    private final String token;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions = new ArrayList<>();

    Releases(Whole whole) {
        this.whole = whole;
        this.intake = whole.address("report-intake");
        this.token = whole.tokenOf("hn", COUNTY + "-branch", "p-4k7q2m", "officer");
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", whole.address("broker")),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        TOPICS.forEach(topic -> consumer.partitionsFor(topic)
                .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition()))));
        consumer.assign(partitions);
    }

    /** In microseconds, counted from when the release should have been sent. */
    Histogram latencies(Citizens citizens, int count, double perSecond) throws Exception {
        List<String> reports = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            reports.add(citizens.fileIn(COUNTY).id());
        }
        whole.comesToRest();
        Map<String, Long> due = new ConcurrentHashMap<>();
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        Thread sending = Thread.ofPlatform().start(() -> send(reports, perSecond, due));
        Histogram latencies = receive(Set.copyOf(reports), due);
        sending.join();
        return latencies;
    }

    private void send(List<String> reports, double perSecond, Map<String, Long> due) {
        try {
            OpenLoop.run(perSecond, reports.size(), (number, dueNanos) -> {
                due.put(reports.get(number), dueNanos);
                release(reports.get(number));
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void release(String report) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(intake + "/api/v1/reports/" + report + "/release"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(BODY))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException("a release was answered with " + response.statusCode());
        }
    }

    private Histogram receive(Set<String> reports, Map<String, Long> due) {
        Histogram latencies = new Histogram(3);
        Map<String, String> reportOfCase = new HashMap<>();
        Map<String, Set<String>> notified = new HashMap<>();
        Map<String, Long> first = new HashMap<>();
        long end = System.nanoTime() + LONGEST.toNanos();
        while (latencies.getTotalCount() < reports.size() && System.nanoTime() < end) {
            for (ConsumerRecord<String, byte[]> each : consumer.poll(POLL)) {
                long now = System.nanoTime();
                if (each.topic().endsWith("reports")) {
                    if (reports.contains(each.key()) && header(each, "ce_type").startsWith("report.accepted-as")) {
                        String caseId =
                                SortableIds.derive(Instant.parse(header(each, "ce_time")), header(each, "ce_id"));
                        reportOfCase.put(caseId, each.key());
                    }
                } else {
                    String subject = JsonMapper.shared()
                            .readTree(each.value())
                            .path("subject")
                            .asString("");
                    Set<String> sides = notified.computeIfAbsent(subject, any -> new HashSet<>());
                    if (sides.add(each.topic().substring(0, 2)) && sides.size() == 2) {
                        first.put(subject, now);
                    }
                }
            }
            // The report's own event may be read after the notices that it led to.
            first.entrySet().removeIf(entry -> {
                String report = reportOfCase.get(entry.getKey());
                if (report == null) {
                    return false;
                }
                Long begin = due.get(report);
                latencies.recordValue(TimeUnit.NANOSECONDS.toMicros(entry.getValue() - (begin == null ? 0 : begin)));
                return true;
            });
        }
        if (latencies.getTotalCount() < reports.size()) {
            throw new IllegalStateException(
                    "only " + latencies.getTotalCount() + " of " + reports.size() + " cases were told to both");
        }
        return latencies;
    }

    private static String header(ConsumerRecord<String, byte[]> each, String name) {
        Header header = each.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
        http.close();
    }

    private static final String BODY = """
        {"summary": {
          "category": "livestock-wastewater", "text": "Waste water ran into the reservoir.",
          "allegedCause": "Deliberate discharge by a farm",
          "affectedWater": {"county": "431129", "name": "Lingbeitang reservoir"},
          "suspectedFacility": {"county": "451123", "name": "a pig farm"},
          "observedAt": "2024-07-08T01:00:00Z", "weather": "rain", "stillGoingOn": true, "photos": []},
         "escalation": {"agreement": "hunan-guangxi", "agreementVersion": 1,
          "lead": "hn", "leadBureau": "431129-branch",
          "counterpart": "gx", "counterpartBureau": "451123-branch", "ground": "affected-water"}}\
        """;
}
