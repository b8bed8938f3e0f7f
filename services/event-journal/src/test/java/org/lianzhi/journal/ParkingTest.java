package org.lianzhi.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    private static final String ADMINISTRATOR = "hn/430000-department/administrator/p-1";

    private final Journal journal;
    private final ParkedCases parked;
    private final ReadModel<JournalApplication.Fragile.Names> names;
    private final JournalApplication.Fragile fragile;
    private final UnknownTypes unknown;
    private final HealthIndicator consumersHealthIndicator;
    private final String id = UUID.randomUUID().toString();
    private final StreamId hunan = new StreamId("case", id, "hn");
    private final StreamId guangxi = new StreamId("case", id, "gx");

    ParkingTest(
            @Autowired Journal journal,
            @Autowired ParkedCases parked,
            @Autowired ReadModel<JournalApplication.Fragile.Names> names,
            @Autowired JournalApplication.Fragile fragile,
            @Autowired UnknownTypes unknown,
            @Autowired HealthIndicator consumersHealthIndicator) {
        this.journal = journal;
        this.parked = parked;
        this.names = names;
        this.fragile = fragile;
        this.unknown = unknown;
        this.consumersHealthIndicator = consumersHealthIndicator;
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
    void a_type_of_a_newer_version_is_counted_and_parks_nothing() {
        append(hunan, "later-invention");
        append(hunan, "noted");

        await().atMost(SOON).until(() -> applied(id).contains("case.noted.v1@hn"));
        assertThat(unknown.counts())
                .hasEntrySatisfying(
                        "case.later-invention.v1", count -> assertThat(count).isPositive());
        assertThat(parkedNow()).noneMatch(entry -> entry.subject().equals(id));
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
        journal.append(
                journal.load(stream),
                new Draft(
                        UUID.randomUUID().toString(),
                        "cause",
                        ADMINISTRATOR,
                        AT,
                        Map.of(),
                        Arrays.stream(events)
                                .map(name -> new EventData("case." + name + ".v1", "{}"))
                                .toList()));
    }
}
