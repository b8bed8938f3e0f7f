package org.lianzhi.journal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.lianzhi.test.Backends;
import org.lianzhi.test.OnBackends;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.core.MongoTemplate;

@SpringBootTest
@OnBackends
class JournalTest {

    private static final Instant AT = Instant.parse("2024-07-08T01:02:03.004Z");

    private final Journal journal;
    private final Commands commands;
    private final Claims claims;
    private final Relay relay;
    private final MongoTemplate mongo;
    private final JournalApplication.Heard heard;
    private final ConsumerWaits waits;

    JournalTest(
            @Autowired Journal journal,
            @Autowired Commands commands,
            @Autowired Claims claims,
            @Autowired Relay relay,
            @Autowired MongoTemplate mongo,
            @Autowired JournalApplication.Heard heard,
            @Autowired ConsumerWaits waits) {
        this.journal = journal;
        this.commands = commands;
        this.claims = claims;
        this.relay = relay;
        this.mongo = mongo;
        this.heard = heard;
        this.waits = waits;
    }

    @Test
    void what_was_appended_is_loaded_as_it_was_and_its_chain_holds() {
        StreamId stream = newCase("hn");
        append(stream, "one", "opened");
        append(stream, "two", "acknowledged", "inspected");

        EventStream loaded = journal.load(stream);

        assertThat(loaded.version()).isEqualTo(2);
        assertThat(loaded.commits().get(1).events()).containsExactly(event("acknowledged"), event("inspected"));
        assertThat(Verification.verify(loaded.commits())).isEqualTo(new Verification.Result.Intact(2, loaded.head()));
    }

    @Test
    void a_long_stream_is_loaded_whole() {
        StreamId stream = newCase("hn");
        for (int i = 1; i <= 130; i++) {
            append(stream, "commit-" + i, "noted");
        }
        assertThat(journal.load(stream).commits())
                .extracting(Commit::version)
                .hasSize(130)
                .isSorted();
    }

    @Test
    void of_two_writers_of_one_version_one_wins() {
        StreamId stream = newCase("hn");
        EventStream empty = journal.load(stream);
        journal.append(empty, draft("first", "opened"));

        assertThatThrownBy(() -> journal.append(empty, draft("second", "opened")))
                .isInstanceOfSatisfying(StreamConflict.class, conflict -> {
                    assertThat(conflict.expected()).isZero();
                    assertThat(conflict.actual()).isEqualTo(1);
                });
    }

    @Test
    void the_same_commit_again_is_the_first_one() {
        StreamId stream = newCase("hn");
        EventStream empty = journal.load(stream);
        Commit first = journal.append(empty, draft("same", "opened"));

        assertThat(journal.append(empty, draft("same", "opened"))).isEqualTo(first);
        assertThat(journal.load(stream).version()).isEqualTo(1);
    }

    @Test
    void of_many_racing_commands_each_is_done_once_and_in_some_order() throws Exception {
        StreamId stream = newCase("hn");
        List<Callable<Commands.Receipt>> racers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            Intent intent = claims.claim("hn/-/citizen/-", "racing-key-" + (i % 4) + stream, "same", AT);
            racers.add(() -> commands.run(intent, stream, List.of(), loaded -> List.of(event("noted"))));
        }
        try (ExecutorService eight = Executors.newFixedThreadPool(8)) {
            List<Future<Commands.Receipt>> receipts = eight.invokeAll(racers);
            long conflicts = receipts.stream().filter(JournalTest::failed).count();
            assertThat(conflicts).as("a command decides again when it loses").isLessThan(16);
        }
        List<Commit> commits = journal.load(stream).commits();
        assertThat(commits).extracting(Commit::commitId).doesNotHaveDuplicates().hasSizeBetween(1, 4);
        assertThat(Verification.verify(commits)).isInstanceOf(Verification.Result.Intact.class);
    }

    @Test
    void who_saw_an_older_version_is_told_and_nothing_is_written() {
        StreamId stream = newCase("hn");
        append(stream, "one", "opened");
        Intent late = claims.claim("hn/431129-branch/officer/p-1", "late-officer" + stream, "acknowledge", AT);

        assertThatThrownBy(() -> commands.run(
                        late, stream, List.of(), OptionalLong.of(0), loaded -> List.of(event("acknowledged"))))
                .isInstanceOf(StreamConflict.class);
        assertThat(journal.load(stream).version()).isEqualTo(1);
    }

    @Test
    void what_is_no_commit_does_not_hide_the_heads_of_the_others() {
        StreamId stream = newCase("hn");
        append(stream, "one", "opened");
        append(stream, "two", "acknowledged");
        var documents = mongo.getCollection("journal");
        String broken = UUID.randomUUID().toString();
        documents.insertMany(List.of(
                new Document("_id", broken + "-1"),
                new Document("_id", broken + "-2").append("streamId", "no stream"),
                new Document("_id", broken + "-3")
                        .append("streamId", stream.toString())
                        .append("version", "three"),
                new Document("_id", broken + "-4")
                        .append("streamId", stream.toString())
                        .append("version", 9L)
                        .append("hash", "a".repeat(64))));
        try {
            assertThat(journal.heads("case", "hn"))
                    .containsEntry(stream, requireNonNull(journal.load(stream).head()));
        } finally {
            documents.deleteMany(Filters.regex("_id", "^" + broken));
        }
    }

    @Test
    void a_commit_names_the_head_of_the_other_side_that_was_seen() {
        StreamId hunan = newCase("hn");
        StreamId guangxi = new StreamId("case", hunan.id(), "gx");
        Commit opened = append(hunan, "one", "opened");
        commands.run(
                Intent.policy("cause", "join", "gx/-/policy/join", AT),
                guangxi,
                List.of(hunan),
                loaded -> List.of(event("joined")));

        assertThat(journal.load(guangxi).commits().getFirst().seen()).isEqualTo(Map.of("hn", opened.head()));
    }

    @Test
    void a_repeated_claim_keeps_its_first_time_and_another_command_under_the_key_is_refused() {
        String key = UUID.randomUUID().toString();
        Intent first = claims.claim("hn/-/citizen/-", key, "file this", AT);
        Intent again = claims.claim("hn/-/citizen/-", key, "file this", AT.plusSeconds(60));

        assertThat(again).isEqualTo(first);
        assertThatThrownBy(() -> claims.claim("hn/-/citizen/-", key, "file that", AT))
                .isInstanceOf(KeyReused.class);
    }

    @Test
    void events_reach_a_consumer_in_order_and_commits_are_marked_after_that() {
        StreamId stream = newCase("gx");
        for (int i = 1; i <= 20; i++) {
            append(stream, "commit-" + i, "noted", "noted");
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(heard.of(stream)).hasSize(40));
        assertThat(heard.of(stream))
                .extracting(event -> event.version() * 10 + event.index())
                .isSorted();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(unmarked(stream)).isZero());
    }

    @Test
    void an_error_of_the_program_is_waited_for_and_ends_no_consumer() {
        StreamId stream = newCase("gx");
        heard.error.set(new NoClassDefFoundError("gone for a moment"));

        append(stream, "one", "opened");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(heard.of(stream)).hasSize(1));
        assertThat(heard.error.get()).isNull();
        assertThat(waits.ended()).isEmpty();
    }

    @Test
    void a_stream_is_sent_again_from_where_something_was_missed() {
        StreamId stream = newCase("hn");
        append(stream, "one", "opened");
        append(stream, "two", "noted");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(heard.of(stream)).hasSize(2));

        relay.republish(stream, 2);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(heard.of(stream))
                        .extracting(IncomingEvent::version)
                        .containsExactly(1L, 2L, 2L));
    }

    @Test
    void a_reader_of_another_make_finds_a_cloud_event_from_which_the_hash_can_be_recomputed() {
        StreamId stream = newCase("hn");
        Commit commit = append(stream, "one", "opened");

        ConsumerRecord<String, CloudEvent> record = read("hn.shared.cases", stream.id());

        CloudEvent event = record.value();
        assertThat(event.getId()).isEqualTo(commit.eventId(0));
        assertThat(event.getType()).isEqualTo("case.opened.v1");
        assertThat(event.getSubject()).isEqualTo(stream.id());
        assertThat(event.getDataContentType()).isEqualTo("application/json");
        assertThat(requireNonNull(event.getTime()).toInstant()).isEqualTo(AT);
        assertThat(event.getExtension("commithash")).isEqualTo(commit.hash());
        assertThat(CommitHash.of(
                        String.valueOf(event.getExtension("previoushash")),
                        String.valueOf(event.getExtension("streamid")),
                        Long.parseLong(String.valueOf(event.getExtension("streamversion"))),
                        String.valueOf(event.getExtension("commitid")),
                        String.valueOf(event.getExtension("causationid")),
                        String.valueOf(event.getExtension("actor")),
                        requireNonNull(event.getTime()).toInstant(),
                        Map.of(),
                        List.of(CommitHash.digest(
                                event.getType(),
                                new String(requireNonNull(event.getData()).toBytes())))))
                .isEqualTo(commit.hash());
    }

    @Test
    void each_kind_of_tampering_is_found_at_its_version() {
        StreamId stream = newCase("hn");
        for (int i = 1; i <= 5; i++) {
            append(stream, "commit-" + i, "noted");
        }
        List<Commit> commits = journal.load(stream).commits();

        List<Commit> dropped = new ArrayList<>(commits);
        dropped.remove(2);
        assertThat(Verification.verify(dropped)).isEqualTo(new Verification.Result.Broken(3, "missing"));

        List<Commit> swapped = new ArrayList<>(commits);
        swapped.set(1, commits.get(2));
        swapped.set(2, commits.get(1));
        assertThat(Verification.verify(swapped)).isEqualTo(new Verification.Result.Broken(2, "missing"));

        mongo.getCollection("journal")
                .updateOne(Filters.eq("_id", stream + "/4"), Updates.set("actor", "hn/431129-branch/officer/p-2"));
        assertThat(Verification.verify(journal.load(stream).commits()))
                .isEqualTo(new Verification.Result.Broken(4, "changed"));
    }

    private static boolean failed(Future<Commands.Receipt> receipt) {
        return receipt.state() == Future.State.FAILED;
    }

    private long unmarked(StreamId stream) {
        return mongo.getCollection("journal")
                .countDocuments(Filters.and(Filters.eq("streamId", stream.toString()), Filters.eq("relayedAt", null)));
    }

    private static StreamId newCase(String side) {
        return new StreamId("case", UUID.randomUUID().toString(), side);
    }

    private Commit append(StreamId stream, String commitId, String... events) {
        return journal.append(journal.load(stream), draft(commitId, events));
    }

    private static Draft draft(String commitId, String... events) {
        return new Draft(
                commitId,
                "cause",
                "hn/431129-branch/officer/p-1",
                AT,
                Map.of(),
                Arrays.stream(events).map(JournalTest::event).toList());
    }

    private static EventData event(String name) {
        return new EventData("case." + name + ".v1", "{\"name\":\"" + name + "\"}");
    }

    private static ConsumerRecord<String, CloudEvent> read(String topic, String key) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", Backends.started().brokers());
        settings.put("group.id", UUID.randomUUID().toString());
        settings.put("auto.offset.reset", "earliest");
        List<ConsumerRecord<String, CloudEvent>> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new CloudEventDeserializer())) {
            consumer.subscribe(List.of(topic));
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (key.equals(record.key())) {
                        found.add(record);
                    }
                });
                return !found.isEmpty();
            });
        }
        return found.getFirst();
    }
}
