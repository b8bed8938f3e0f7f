package org.lianzhi.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
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
import org.lianzhi.journal.Draft;
import org.lianzhi.journal.Journal;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.Recorded;
import org.lianzhi.model.Actor;
import org.lianzhi.model.CaseEvent.CaseLinked;
import org.lianzhi.model.Side;
import org.lianzhi.test.Api;
import org.lianzhi.test.Backends;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Every event comes at least once, so sometimes twice: the policies do what they do once. */
@InvestigationTest
class ReplayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String REPORTS = "hn.internal.reports";
    private static final String REPORTS_GROUP = "joint-investigation-reports";

    private final PublishedReports reports;
    private final Journal journal;
    private final Producer<String, byte[]> producer;

    @LocalServerPort
    private int port;

    ReplayTest(
            @Autowired PublishedReports reports,
            @Autowired Journal journal,
            @Autowired Producer<String, byte[]> producer) {
        this.reports = reports;
        this.journal = journal;
        this.producer = producer;
    }

    @Test
    void events_that_are_sent_again_open_join_and_close_nothing_twice() throws Exception {
        PublishedReports.Accepted report = reports.accept();
        Bureau jianghua = Bureau.jianghua(Api.anybody(port), report.caseId());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(versions(jianghua).size()).isEqualTo(2));
        JsonNode before = jianghua.page();

        try (Admin admin = admin()) {
            sendAgain(admin, REPORTS, REPORTS_GROUP, report.stream().toString());
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

    @Test
    void what_reporters_contradicted_opens_no_case_that_was_closed_since() throws Exception {
        PublishedReports.Accepted report = reports.accept();
        Bureau jianghua = Bureau.jianghua(Api.anybody(port), report.caseId());
        Bureau fuchuan = Bureau.fuchuan(Api.anybody(port), report.caseId());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(versions(jianghua).size()).isEqualTo(2));
        jianghua.acknowledge();
        fuchuan.acknowledge();
        String visit = jianghua.proposeVisit();
        fuchuan.does(
                "/inspections/" + visit + "/acceptance",
                "{'digest':'%s'}".formatted(fuchuan.digestOf("inspections", visit)));
        jianghua.recordVisit(visit, "attending", "");
        String finding = jianghua.proposeFinding(visit);
        fuchuan.does(
                "/findings/" + finding + "/confirmation",
                "{'digest':'%s'}".formatted(fuchuan.digestOf("findings", finding)));
        close(jianghua, fuchuan);

        try (Admin admin = admin()) {
            reports.contest(report);
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(jianghua.page().path("epoch").asInt()).isEqualTo(2));
            reports.contest(report);
            sendAgain(admin, REPORTS, REPORTS_GROUP, report.stream().toString());
            close(jianghua, fuchuan);
            JsonNode before = jianghua.page();

            sendAgain(admin, REPORTS, REPORTS_GROUP, report.stream().toString());

            assertThat(jianghua.page()).isEqualTo(before);
        }
    }

    private static void close(Bureau one, Bureau other) {
        one.sign("handed-on");
        other.sign("handed-on");
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(one.page().path("state").asString()).isEqualTo("closed");
            assertThat(one.page().path("closure").path("closedAt").propertyNames())
                    .containsExactlyInAnyOrder("hn", "gx");
        });
    }

    @Test
    void a_link_that_both_cases_had_at_once_and_one_took_back_is_not_made_again() throws Exception {
        Bureau one = opened();
        Bureau other = opened();
        // As if its officer had done the same at the same moment: the policy finds it there and has nothing to say
        // back.
        StreamId record = new StreamId("case", other.caseId(), "hn");
        journal.append(
                journal.load(record),
                new Draft(
                        "as-if-at-once",
                        "test",
                        Actor.policy(new Side("hn"), "linking").written(),
                        Instant.now(),
                        Map.of(),
                        List.of(Recorded.of(new CaseLinked(one.caseId(), "same-source", "The same outlet", 1)))));
        one.does("/links", "{'other':'%s','kind':'same-source','reason':'The same outlet'}".formatted(other.caseId()));
        one.does("/links/" + other.caseId() + "/undoing", "{'reason':'Another outlet after all'}");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(links(other).path(0).path("undone").isObject())
                                .isTrue());

        try (Admin admin = admin()) {
            sendAgain(admin, "hn.shared.cases", "joint-investigation-cases", "case-" + one.caseId() + "@hn");
        }

        assertThat(links(other).size()).isEqualTo(1);
    }

    private Bureau opened() {
        Bureau bureau = Bureau.jianghua(Api.anybody(port), reports.accept().caseId());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(versions(bureau).size()).isEqualTo(2));
        return bureau;
    }

    private static JsonNode links(Bureau bureau) {
        return bureau.page().path("context").path("links");
    }

    private static Admin admin() {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, Backends.started().brokers()));
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
