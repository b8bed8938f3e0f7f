package org.lianzhi.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.lianzhi.test.Api;
import org.lianzhi.test.Backends;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Every event comes at least once, so sometimes twice: the policies do what they do once. */
@InvestigationTest
class ReplayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PublishedReports reports;
    private final Producer<String, byte[]> producer;

    @LocalServerPort
    private int port;

    ReplayTest(@Autowired PublishedReports reports, @Autowired Producer<String, byte[]> producer) {
        this.reports = reports;
        this.producer = producer;
    }

    @Test
    void events_that_are_sent_again_open_join_and_close_nothing_twice() throws Exception {
        PublishedReports.Accepted report = reports.accept();
        Bureau jianghua = Bureau.jianghua(Api.anybody(port), report.caseId());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(versions(jianghua).size()).isEqualTo(2));
        JsonNode before = jianghua.page();

        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, Backends.started().brokers()))) {
            sendAgain(
                    admin,
                    "hn.internal.reports",
                    "joint-investigation-reports",
                    report.stream().toString());
            for (String side : Set.of("hn", "gx")) {
                sendAgain(
                        admin,
                        side + ".shared.cases",
                        "joint-investigation-cases",
                        "case-" + report.caseId() + "@" + side);
            }
        }

        assertThat(jianghua.page()).isEqualTo(before);
    }

    /** Asks the owner to send a stream again, and waits until that was read. */
    private void sendAgain(Admin admin, String topic, String group, String stream) throws Exception {
        long written =
                ends(admin, topic).values().stream().mapToLong(Long::longValue).sum();
        String side = topic.substring(0, topic.indexOf('.'));
        producer.send(new ProducerRecord<>(side + ".internal.republish", stream, "1".getBytes(StandardCharsets.UTF_8)))
                .get();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ends(admin, topic).values().stream()
                                .mapToLong(Long::longValue)
                                .sum())
                        .isGreaterThan(written));
        Map<TopicPartition, Long> ends = ends(admin, topic);
        await().atMost(PATIENCE).untilAsserted(() -> {
            Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            ends.forEach((partition, end) -> {
                if (end > 0) {
                    OffsetAndMetadata offset = read.get(partition);
                    assertThat(offset == null ? 0 : offset.offset()).isGreaterThanOrEqualTo(end);
                }
            });
        });
    }

    private static Map<TopicPartition, Long> ends(Admin admin, String topic) throws Exception {
        int partitions = Objects.requireNonNull(admin.describeTopics(Set.of(topic))
                        .allTopicNames()
                        .get()
                        .get(topic))
                .partitions()
                .size();
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (int partition = 0; partition < partitions; partition++) {
            latest.put(new TopicPartition(topic, partition), OffsetSpec.latest());
        }
        return admin.listOffsets(latest).all().get().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> offset(entry.getValue())));
    }

    private static long offset(ListOffsetsResultInfo info) {
        return info.offset();
    }

    private static JsonNode versions(Bureau bureau) {
        return bureau.api().get("/api/v1/cases/" + bureau.caseId()).json().path("versions");
    }
}
