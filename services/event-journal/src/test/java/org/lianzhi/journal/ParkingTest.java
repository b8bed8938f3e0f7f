package org.lianzhi.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianzhi.journal.ParkedCases.Decision;
import org.lianzhi.test.OnBackends;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.context.SpringBootTest;

/** One event that cannot be applied holds its case and nothing else, until a person decides. */
@SpringBootTest
@OnBackends
class ParkingTest {

    private static final Instant AT = Instant.parse("2024-07-08T01:02:03.004Z");
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String CONSUMER = "project/fragile";
    private static final String TOPIC = "hn.shared.cases";
    private static final String ADMINISTRATOR = "hn/430000-department/administrator/p-1";

    private final Journal journal;
    private final ParkedCases parked;
    private final ReadModel<JournalApplication.Fragile.Names> names;
    private final JournalApplication.Fragile fragile;
    private final UnknownTypes unknown;
    private final HealthIndicator consumersHealthIndicator;
    private final JournalApplication.Heard heard;
    private final Producer<String, byte[]> producer;
    private final String id = UUID.randomUUID().toString();
    private final StreamId hunan = new StreamId("case", id, "hn");
    private final StreamId guangxi = new StreamId("case", id, "gx");

    ParkingTest(
            @Autowired Journal journal,
            @Autowired ParkedCases parked,
            @Autowired ReadModel<JournalApplication.Fragile.Names> names,
            @Autowired JournalApplication.Fragile fragile,
            @Autowired UnknownTypes unknown,
            @Autowired HealthIndicator consumersHealthIndicator,
            @Autowired JournalApplication.Heard heard,
            @Autowired Producer<String, byte[]> producer) {
        this.journal = journal;
        this.parked = parked;
        this.names = names;
        this.fragile = fragile;
        this.unknown = unknown;
        this.consumersHealthIndicator = consumersHealthIndicator;
        this.heard = heard;
        this.producer = producer;
    }

    @BeforeEach
    void the_fault_is_there() {
        fragile.mended = false;
    }

    @Test
    void later_events_of_the_case_wait_while_other_cases_go_on() {
        append(hunan, "opened");
        append(hunan, "poison");
        awaitParked();
        append(hunan, "noted");
        append(guangxi, "joined");

        StreamId other = new StreamId("case", UUID.randomUUID().toString(), "hn");
        append(other, "opened");

        await().atMost(SOON).until(() -> applied(other.id()).size() == 1);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(entry().streams()).containsExactlyInAnyOrder(hunan.toString(), guangxi.toString()));
        assertThat(applied(id)).containsExactly("case.opened.v1@hn");
        assertThat(consumersHealthIndicator.health())
                .satisfies(
                        health -> assertThat(String.valueOf(health.getStatus())).isEqualTo("DEGRADED"));
        release();
    }

    @Test
    void a_released_case_goes_on_with_the_event_itself_and_all_that_waited() {
        append(hunan, "poison");
        awaitParked();
        append(hunan, "noted");
        append(guangxi, "joined");
        await().atMost(SOON).until(() -> entry().streams().size() == 2);

        release();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(applied(id))
                        .containsExactlyInAnyOrder("case.poison.v1@hn", "case.noted.v1@hn", "case.joined.v1@gx")
                        .containsSubsequence("case.poison.v1@hn", "case.noted.v1@hn"));
    }

    @Test
    void a_skipped_event_is_left_out_also_when_it_was_the_first_and_the_rest_follows() {
        append(hunan, "poison", "noted");
        awaitParked();
        append(hunan, "closed");

        assertThat(parked.decide(CONSUMER, id, Decision.SKIP, ADMINISTRATOR, "written by a faulty version"))
                .isTrue();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(applied(id)).containsExactly("case.noted.v1@hn", "case.closed.v1@hn"));
        assertThat(parked.decide(CONSUMER, id, Decision.SKIP, ADMINISTRATOR, "again"))
                .as("there is nothing left to decide")
                .isFalse();
    }

    @Test
    void a_case_released_while_the_fault_is_still_there_is_parked_again() {
        append(hunan, "poison");
        Instant first = awaitParked();

        parked.decide(CONSUMER, id, Decision.RELEASE, ADMINISTRATOR, "thought it was mended");

        await().atMost(SOON)
                .until(() -> parkedNow().stream()
                        .anyMatch(entry ->
                                entry.subject().equals(id) && entry.since().isAfter(first)));
        release();
    }

    @Test
    void a_message_that_was_damaged_on_its_way_parks_its_case_for_every_consumer_until_a_good_copy_is_asked_for()
            throws Exception {
        append(hunan, "opened");
        await().atMost(SOON).until(() -> applied(id).size() == 1);
        Draft noted = draft("noted", "signed");
        sendDamaged(noted);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(parkedNow())
                        .filteredOn(entry -> entry.subject().equals(id))
                        .extracting(ParkedCases.Parked::consumer, ParkedCases.Parked::version)
                        .containsExactlyInAnyOrder(tuple("project", 2L), tuple("listen", 2L)));
        journal.append(journal.load(hunan), noted);
        append(guangxi, "joined");
        await().atMost(SOON)
                .until(() -> parkedNow().stream()
                        .filter(entry -> entry.subject().equals(id))
                        .allMatch(entry -> entry.streams().contains(guangxi.toString())));
        assertThat(applied(id)).containsExactly("case.opened.v1@hn");

        for (String consumer : List.of("project", "listen")) {
            assertThat(parked.decide(consumer, id, Decision.RELEASE, ADMINISTRATOR, "damaged on its way"))
                    .isTrue();
        }

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(applied(id))
                        .containsExactlyInAnyOrder(
                                "case.opened.v1@hn", "case.noted.v1@hn", "case.signed.v1@hn", "case.joined.v1@gx"));
        assertThat(heard.of(hunan)).extracting(IncomingEvent::json).containsOnly("{}");
    }

    @Test
    void a_damaged_message_that_is_left_out_leaves_no_gap() throws Exception {
        Draft noted = draft("noted");
        sendDamaged(noted);
        await().atMost(SOON)
                .until(() -> parkedNow().stream()
                        .anyMatch(entry -> entry.consumer().equals("project")
                                && entry.subject().equals(id)));

        parked.decide("project", id, Decision.SKIP, ADMINISTRATOR, "its owner has no good copy either");
        Commit first = noted.after(hunan, Head.NONE);
        send(draft("closed").after(hunan, first.head()), "{}");

        await().atMost(SOON).untilAsserted(() -> assertThat(applied(id)).containsExactly("case.closed.v1@hn"));
    }

    @Test
    void what_stands_on_the_topic_of_another_side_than_its_owners_is_not_believed() throws Exception {
        Commit forged = draft("joined").after(guangxi, Head.NONE);
        send(forged, "{}");
        append(hunan, "opened");
        await().atMost(SOON).until(() -> applied(id).contains("case.opened.v1@hn"));
        assertThat(applied(id)).containsExactly("case.opened.v1@hn");

        append(guangxi, "noted");

        await().atMost(SOON).until(() -> applied(id).contains("case.noted.v1@gx"));
        assertThat(applied(id)).doesNotContain("case.joined.v1@gx");
    }

    private void sendDamaged(Draft draft) throws Exception {
        EventStream stream = journal.load(hunan);
        send(draft.after(hunan, stream.head()), "{\"half");
    }

    /** As the owner of the stream would, but for the data. */
    private void send(Commit commit, String data) throws Exception {
        ProducerRecord<String, byte[]> whole = CloudEventHeaders.record(TOPIC, "/test", commit, 0);
        producer.send(new ProducerRecord<>(
                        TOPIC, null, whole.key(), data.getBytes(StandardCharsets.UTF_8), whole.headers()))
                .get();
    }

    @Test
    void a_type_of_a_newer_version_is_counted_and_parks_nothing() {
        append(hunan, "later-invention");
        append(hunan, "noted");

        await().atMost(SOON).until(() -> applied(id).contains("case.noted.v1@hn"));
        assertThat(unknown.counts())
                .hasEntrySatisfying(
                        "case.later-invention.v1", count -> assertThat(count).isPositive());
        assertThat(parkedNow()).noneMatch(entry -> entry.subject().equals(id));
    }

    @Test
    void a_record_that_is_no_event_is_counted_by_its_topic_and_parks_nothing() throws Exception {
        producer.send(new ProducerRecord<>(TOPIC, id, new byte[] {1})).get();
        append(hunan, "noted");

        await().atMost(SOON).until(() -> unknown.counts().containsKey(TOPIC));
        await().atMost(SOON).until(() -> applied(id).contains("case.noted.v1@hn"));
        assertThat(parkedNow()).noneMatch(entry -> entry.subject().equals(id));
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        unknown.bindTo(meters);
        assertThat(meters.get("lianzhi.records.no.event").functionCounter().count())
                .isPositive();
    }

    private void release() {
        fragile.mended = true;
        assertThat(parked.decide(CONSUMER, id, Decision.RELEASE, ADMINISTRATOR, "mended"))
                .isTrue();
        await().atMost(SOON).until(() -> applied(id).contains("case.poison.v1@hn"));
    }

    private Instant awaitParked() {
        await().atMost(SOON)
                .until(() ->
                        parkedNow().stream().anyMatch(entry -> entry.subject().equals(id)));
        return entry().since();
    }

    private ParkedCases.Parked entry() {
        return parkedNow().stream()
                .filter(entry -> entry.subject().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<ParkedCases.Parked> parkedNow() {
        return parked.list();
    }

    private List<String> applied(String document) {
        return names.find(document).map(found -> found.state().types()).orElse(List.of());
    }

    private void append(StreamId stream, String... events) {
        journal.append(journal.load(stream), draft(events));
    }

    private static Draft draft(String... events) {
        return new Draft(
                UUID.randomUUID().toString(),
                "cause",
                ADMINISTRATOR,
                AT,
                Map.of(),
                Arrays.stream(events)
                        .map(name -> new EventData("case." + name + ".v1", "{}"))
                        .toList());
    }
}
