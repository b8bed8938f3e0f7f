package org.lianzhi.journal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.kafka.CloudEventDeserializer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianzhi.test.Backends;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** The relay with the real broker. */
class RelayTest {

    private static final Instant AT = Instant.parse("2024-07-08T01:02:03.004Z");
    private static final String ADMINISTRATOR = "hn/430000-department/administrator/p-1";
    private static final Duration SOON = Duration.ofSeconds(30);

    /** As the services set them, under a name of this test's own. */
    private static final Topics TOPICS = new Topics(Map.of(
            "case", "shared.relayed-cases",
            "report", "internal.relayed-reports",
            "notice", "internal.relayed-notices",
            "checkpoint", "shared.relayed-checkpoints",
            "lost", "shared.relayed-nowhere"));

    private final MongoDatabaseFactory database = TestStore.newDatabase();
    private final List<Relay> relays = new ArrayList<>();
    private final List<Producer<String, byte[]>> producers = new ArrayList<>();
    private final StreamId stream = newStream("case");

    @BeforeAll
    static void topics() throws Exception {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", Backends.started().brokers()))) {
            for (String kind : Set.of("case", "report", "notice", "checkpoint")) {
                String topic = TOPICS.byKind().get(kind);
                try {
                    admin.createTopics(List.of(new NewTopic("hn." + topic, 3, (short) 1)))
                            .all()
                            .get();
                } catch (ExecutionException e) {
                    assertThat(e).hasCauseInstanceOf(TopicExistsException.class);
                }
            }
        }
    }

    @AfterEach
    void stop() {
        relays.forEach(Relay::stop);
        producers.forEach(Producer::close);
    }

    /** What another make of reader understands is a CloudEvent; and the bytes are those that the journal holds. */
    @ParameterizedTest
    @CsvSource({"case", "report", "notice", "checkpoint"})
    void a_raw_record_of_each_kind_of_topic_is_a_cloud_event_with_the_bytes_of_the_journal(String kind) {
        String odd = "{ \"later\" : [1, {}],\t\"text\":\"岭背塘水库\" , \"a\":1.50}";
        StreamId own = newStream(kind);
        Relay relay = relay(Duration.ofMillis(100));
        Commit commit = journal(relay).append(new EventStream(own, List.of()), draft(1, odd, "{}"));

        List<ConsumerRecord<String, CloudEvent>> read = read(own, new CloudEventDeserializer(), 2);

        for (int index = 0; index < 2; index++) {
            CloudEvent event = read.get(index).value();
            assertThat(event.getSpecVersion()).isEqualTo(SpecVersion.V1);
            assertThat(event.getId()).isEqualTo(commit.eventId(index));
            assertThat(event.getType()).isEqualTo("case.noted.v1");
            assertThat(event.getSource()).hasToString("/lianzhi/test");
            assertThat(event.getSubject()).isEqualTo(own.id());
            assertThat(event.getDataContentType()).isEqualTo("application/json");
            assertThat(requireNonNull(event.getTime()).toInstant()).isEqualTo(AT);
            assertThat(event.getExtensionNames())
                    .containsExactlyInAnyOrder(
                            "streamid",
                            "streamversion",
                            "commitid",
                            "commitindex",
                            "commitsize",
                            "causationid",
                            "actor",
                            "previoushash",
                            "commithash",
                            "seen",
                            "eventdigests");
        }
        assertThat(new String(requireNonNull(read.getFirst().value().getData()).toBytes(), StandardCharsets.UTF_8))
                .isEqualTo(odd);
    }

    @Test
    void what_is_sent_again_is_the_same_to_the_byte() {
        Relay relay = relay(null);
        journal(relay).append(new EventStream(stream, List.of()), draft(1, "{ \"later\" : 1 }"));
        read(stream, new ByteArrayDeserializer(), 1);

        relay.republish(stream, 1);

        List<ConsumerRecord<String, byte[]>> twice = read(stream, new ByteArrayDeserializer(), 2);
        assertThat(twice.get(1).value()).isEqualTo(twice.get(0).value());
        assertThat(twice.get(1).headers()).isEqualTo(twice.get(0).headers());
    }

    @Test
    void two_relays_at_once_keep_the_order_of_first_deliveries_and_lose_nothing() {
        List<StreamId> streams =
                Stream.generate(() -> newStream("case")).limit(8).toList();
        // Both sweep all the time, so each takes up what was handed to the other.
        List<Journal> journals = List.of(journal(relay(Duration.ofMillis(30))), journal(relay(Duration.ofMillis(30))));
        for (int number = 0; number < 15; number++) {
            for (StreamId each : streams) {
                Journal journal = journals.get(number % 2);
                journal.append(journal.load(each), draft(number, "{}", "{}"));
            }
        }
        for (StreamId each : streams) {
            List<String> expected = IntStream.rangeClosed(1, 15)
                    .boxed()
                    .flatMap(version -> Stream.of(version + "#0", version + "#1"))
                    .toList();
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(read(each, new ByteArrayDeserializer(), 30).stream()
                                    .map(RelayTest::place)
                                    .distinct())
                            .containsExactlyElementsOf(expected));
        }
        RelayMarks marks = new RelayMarks(database);
        await().atMost(SOON).untilAsserted(() -> {
            List<Object> unmarked = new ArrayList<>();
            marks.unrelayed(unmarked::add);
            assertThat(unmarked).isEmpty();
        });
    }

    @Test
    void a_record_that_the_broker_refuses_holds_its_stream_and_no_other_and_is_told_of() {
        Relay relay = relay(null);
        Journal journal = journal(relay);
        journal.append(journal.load(stream), draft(1, "\"" + "x".repeat(2_000_000) + "\""));
        journal.append(journal.load(stream), draft(2, "{}"));
        StreamId other = newStream("case");
        journal.append(journal.load(other), draft(1, "{}"));

        assertThat(read(other, new ByteArrayDeserializer(), 1)).hasSize(1);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(relay.backlog()).satisfies(backlog -> {
                    assertThat(backlog.parked()).isEqualTo(1);
                    assertThat(backlog.streams()).isEqualTo(1);
                }));
        assertThat(new RelayHealth(relay, Clock.systemUTC()).health()).satisfies(health -> {
            assertThat(health.getStatus()).isEqualTo(Degraded.STATUS);
            assertThat(health.getDetails()).containsEntry("parkedStreams", 1);
        });
        RelayMarks marks = new RelayMarks(database);
        assertThat(marks.find(stream, 1).map(RelayMarks.Stored::relayed)).contains(false);
        assertThat(marks.find(stream, 2).map(RelayMarks.Stored::relayed))
                .as("nothing overtakes it")
                .contains(false);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(marks.find(other, 1).map(RelayMarks.Stored::relayed))
                        .contains(true));
    }

    @Test
    void a_topic_that_is_not_there_holds_its_own_streams_and_no_other() {
        int lost = 100;
        MongoCollection<Document> documents = database.getMongoDatabase().getCollection("journal");
        documents.insertMany(
                commits("lost", lost).stream().map(CommitDocuments::write).toList());
        Relay relay = relay(null);
        journal(relay).append(new EventStream(stream, List.of()), draft(1, "{}"));

        RelayMarks marks = new RelayMarks(database);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(marks.find(stream, 1).map(RelayMarks.Stored::relayed))
                        .contains(true));
        assertThat(relay.backlog().streams()).isEqualTo(lost);
        assertThat(relay.backlog().parked()).isZero();
    }

    @Test
    void a_backlog_tells_since_when_its_oldest_commit_waits_also_after_a_restart() {
        Relay away = relay(null);
        away.stop();
        journal(away).append(new EventStream(stream, List.of()), draft(1, "\"" + "x".repeat(2_000_000) + "\""));

        Relay next = relay(null);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(next.backlog().oldest()).isEqualTo(AT));
        assertThat(next.backlog().age(AT.plusSeconds(90))).isEqualTo(Duration.ofSeconds(90));
        assertThat(new RelayHealth(next, Clock.systemUTC()).health().getStatus())
                .isNotEqualTo(Status.UP);
    }

    @Test
    void a_damaged_document_holds_its_own_stream_and_no_other() {
        Relay away = relay(null);
        away.stop();
        Journal journal = journal(away);
        MongoCollection<Document> documents = database.getMongoDatabase().getCollection("journal");
        for (Bson damage : List.of(
                Updates.unset("events"),
                Updates.set("version", "1"),
                Updates.set("version", 3L),
                Updates.set("events", List.of()),
                Updates.set("streamId", newStream("case").toString()),
                Updates.set("streamId", "no stream"),
                Updates.unset("appendedAt"))) {
            Commit commit = journal.append(new EventStream(newStream("case"), List.of()), draft(1, "{}"));
            documents.updateOne(Filters.eq("_id", commit.documentId()), damage);
        }
        documents.insertOne(new Document("_id", "no commit").append("relayedAt", null));
        journal.append(new EventStream(stream, List.of()), draft(1, "{}"));

        Relay next = relay(null);

        RelayMarks marks = new RelayMarks(database);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(marks.find(stream, 1).map(RelayMarks.Stored::relayed))
                        .contains(true));
        await().atMost(SOON).until(() -> next.backlog().parked(), Predicate.isEqual(7));
    }

    @Test
    void a_backlog_of_many_streams_is_sent_whole_although_the_store_fails_in_the_middle() {
        MongoCollection<Document> documents = database.getMongoDatabase().getCollection("journal");
        documents.insertMany(commits("report", Relay.READ_AT_ONCE + 2).stream()
                .map(CommitDocuments::write)
                .toList());
        AtomicInteger finds = new AtomicInteger();

        relay(null, new RelayMarks(TestStore.faulty(database, new TestStore.Faults() {
            @Override
            public void beforeFind() {
                if (finds.incrementAndGet() == 3) {
                    throw new MongoTimeoutException("in the second piece");
                }
            }
        })));

        await().atMost(SOON)
                .until(() -> documents.countDocuments(Filters.eq("relayedAt", null)), Predicate.isEqual(0L));
        assertThat(finds).as("pieces are read at once").hasValue(4);
    }

    @Test
    void what_is_acknowledged_while_it_stops_is_marked_and_not_sent_once_more() {
        MockProducer<String, byte[]> broker = broker(() -> {});
        Relay relay = relay(null, new RelayMarks(database), broker, Clock.systemUTC());
        journal(relay).append(new EventStream(stream, List.of()), draft(1, "{}"));
        await().atMost(SOON).until(() -> broker.history().size(), Predicate.isEqual(1));

        relay.stop();

        assertThat(new RelayMarks(database).find(stream, 1).map(RelayMarks.Stored::relayed))
                .contains(true);
    }

    @Test
    void a_relay_that_was_stopped_and_started_sends_what_it_had_no_answer_for() {
        AtomicReference<Runnable> beforeFlush = new AtomicReference<>(() -> {});
        MockProducer<String, byte[]> broker = broker(() -> beforeFlush.get().run());
        Relay relay = relay(null, new RelayMarks(database), broker, Clock.systemUTC());
        Commit commit = journal(relay).append(new EventStream(stream, List.of()), draft(1, "{}"));
        await().atMost(SOON).until(() -> broker.history().size(), Predicate.isEqual(1));
        beforeFlush.set(() -> broker.errorNext(new TimeoutException("away")));
        relay.stop();
        relay.offer(commit);
        relay.lookFor(stream, 2);

        beforeFlush.set(() -> {});
        relay.start();

        await().atMost(SOON).until(() -> broker.history().size(), Predicate.isEqual(2));
        relay.stop();
        assertThat(new RelayMarks(database).find(stream, 1).map(RelayMarks.Stored::relayed))
                .contains(true);
    }

    /** Whatever is thrown on one of its threads, once each: it looks at its backlog and marks all the same. */
    @Test
    void an_error_ends_neither_its_looking_nor_its_marking() {
        Set<String> struck = ConcurrentHashMap.newKeySet();
        Clock strikes = strikingClock(struck);
        Relay relay = relay(null, new RelayMarks(database), producer(), strikes);
        await().atMost(SOON).until(() -> struck.contains("relay"));
        journal(relay).append(new EventStream(stream, List.of()), draft(1, "{}"));

        RelayMarks marks = new RelayMarks(database);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(marks.find(stream, 1).map(RelayMarks.Stored::relayed))
                        .contains(true));
        assertThat(struck).containsExactlyInAnyOrder("relay", "relay-marks");
    }

    private static Clock strikingClock(Set<String> struck) {
        InstantSource striking = () -> {
            String thread = Thread.currentThread().getName();
            if (thread.startsWith("relay") && struck.add(thread)) {
                throw new LinkageError("made up");
            }
            return Instant.now();
        };
        return striking.withZone(ZoneOffset.UTC);
    }

    @Test
    void a_relay_that_looks_no_more_says_so() {
        Relay relay = relay(null);
        Clock later = Clock.offset(Clock.systemUTC(), RelayHealth.LATE.plusSeconds(1));
        assertThat(new RelayHealth(relay, Clock.systemUTC()).health().getStatus())
                .isEqualTo(Status.UP);
        assertThat(new RelayHealth(relay, later).health().getStatus()).isEqualTo(Degraded.STATUS);
    }

    @Test
    void everything_is_sent_again_some_streams_at_a_time_and_what_is_appended_meanwhile_goes_between() {
        int streams = 2 * Resending.AT_ONCE + 1;
        MongoCollection<Document> documents = database.getMongoDatabase().getCollection("journal");
        documents.insertMany(commits("report", streams).stream()
                .map(commit -> CommitDocuments.write(commit).append("relayedAt", Date.from(AT)))
                .toList());
        AtomicInteger finds = new AtomicInteger();
        RelayMarks marks = new RelayMarks(TestStore.faulty(database, new TestStore.Faults() {
            @Override
            public void beforeFind() {
                finds.incrementAndGet();
            }
        }));
        MockProducer<String, byte[]> broker = broker(() -> {});
        Relay relay = relay(null, marks, broker, Clock.systemUTC());

        assertThat(new Resending(database, relay, Clock.systemUTC()).everything(ADMINISTRATOR, "topics were lost"))
                .isEqualTo(streams);
        journal(relay).append(new EventStream(stream, List.of()), draft(1, "{}"));

        await().atMost(SOON)
                .until(() -> broker.history().stream()
                        .anyMatch(record -> record.key().equals(stream.id())));
        assertThat(broker.history()).hasSize(Resending.AT_ONCE + 1);
        MongoCollection<Document> orders = database.getMongoDatabase().getCollection("resends");
        assertThat(orders.find().first()).containsEntry("left", streams);
        await().atMost(SOON)
                .until(
                        () -> {
                            broker.flush();
                            return requireNonNull(orders.find().first()).getInteger("left");
                        },
                        Predicate.isEqual(0));
        assertThat(broker.history()).hasSize(streams + 1);
        assertThat(finds).as("pieces are read at once").hasValueLessThan(10);
    }

    @Test
    void a_hole_in_one_record_does_not_keep_the_others_from_being_sent_again() {
        MongoCollection<Document> documents = database.getMongoDatabase().getCollection("journal");
        Commit first = commits("report", 1).getFirst();
        Commit second = draft(2, "{}").after(first.stream(), first.head());
        Commit third = draft(3, "{}").after(first.stream(), second.head());
        List<Commit> all = new ArrayList<>(commits("report", Resending.AT_ONCE));
        all.addFirst(first);
        all.add(third);
        documents.insertMany(all.stream()
                .map(commit -> CommitDocuments.write(commit).append("relayedAt", Date.from(AT)))
                .toList());
        Relay relay = relay(null);

        new Resending(database, relay, Clock.systemUTC()).everything(ADMINISTRATOR, "topics were lost");

        MongoCollection<Document> orders = database.getMongoDatabase().getCollection("resends");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> requireNonNull(orders.find().first()).getInteger("left"), Predicate.isEqual(0));
        assertThat(relay.backlog().parked()).isEqualTo(1);
    }

    private static List<Commit> commits(String kind, int streams) {
        return Stream.generate(() -> newStream(kind))
                .limit(streams)
                .map(each -> draft(1, "{}").after(each, new EventStream(each, List.of()).head()))
                .toList();
    }

    @Test
    void a_relay_is_made_while_the_store_is_away_and_sweeps_when_it_is_there() {
        Commit commit = commits("case", 1).getFirst();
        database.getMongoDatabase().getCollection("journal").insertOne(CommitDocuments.write(commit));
        AtomicInteger tries = new AtomicInteger();
        MongoDatabaseFactory away = TestStore.faulty(database, new TestStore.Faults() {
            @Override
            public void beforeIndex() {
                if (tries.incrementAndGet() == 1) {
                    throw new MongoTimeoutException("the store is away");
                }
            }
        });
        JournalProperties properties = new JournalProperties(
                "/lianzhi/test",
                TOPICS.byKind(),
                List.of(),
                List.of("hn"),
                List.of("hn"),
                3,
                (short) 1,
                Duration.ZERO,
                900_000,
                Duration.ofSeconds(20));

        Relay relay = new JournalAutoConfiguration().relay(away, producer(), properties, Clock.systemUTC());
        relays.add(relay);
        relay.start();

        RelayMarks marks = new RelayMarks(database);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(marks.find(commit.stream(), 1).map(RelayMarks.Stored::relayed))
                        .contains(true));
        assertThat(tries).hasValue(2);
    }

    @Test
    void unless_it_is_told_otherwise_it_also_sweeps_while_it_runs() {
        JournalProperties unset = new Binder(new MapConfigurationPropertySource())
                .bindOrCreate("lianzhi.journal", JournalProperties.class);
        assertThat(unset.sweepEvery()).isEqualTo(Duration.ofMinutes(1));
    }

    /** Answers when it is told to, at the latest when it is flushed. */
    private static MockProducer<String, byte[]> broker(Runnable beforeFlush) {
        return new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer()) {
            @Override
            public synchronized void flush() {
                beforeFlush.run();
                super.flush();
            }
        };
    }

    private Relay relay(@Nullable Duration sweepEvery) {
        return relay(sweepEvery, new RelayMarks(database));
    }

    private Relay relay(@Nullable Duration sweepEvery, RelayMarks marks) {
        return relay(sweepEvery, marks, producer(), Clock.systemUTC());
    }

    private Producer<String, byte[]> producer() {
        KafkaProperties kafka = new KafkaProperties();
        kafka.setBootstrapServers(List.of(Backends.started().brokers()));
        Producer<String, byte[]> producer = new JournalAutoConfiguration().relayProducer(kafka);
        producers.add(producer);
        return producer;
    }

    private Relay relay(
            @Nullable Duration sweepEvery, RelayMarks marks, Producer<String, byte[]> producer, Clock clock) {
        Relay relay = new Relay(marks, new Sending(producer, TOPICS, "/lianzhi/test", clock), clock, sweepEvery);
        relays.add(relay);
        relay.start();
        return relay;
    }

    private static String place(ConsumerRecord<String, byte[]> record) {
        return header(record, "ce_streamversion") + "#" + header(record, "ce_commitindex");
    }

    private static String header(ConsumerRecord<String, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static StreamId newStream(String kind) {
        return new StreamId(kind, UUID.randomUUID().toString(), "hn");
    }

    private Journal journal(Relay relay) {
        return new MongoJournal(database, 10_000_000, new MongoJournal.Outcomes() {
            @Override
            public void durable(Commit commit) {
                relay.offer(commit);
            }

            @Override
            public void unsure(StreamId unknown, long version) {
                relay.lookFor(unknown, version);
            }
        });
    }

    private static Draft draft(int number, String... data) {
        Head seen = new Head(3, "0".repeat(64));
        return new Draft(
                "c" + number,
                "cause",
                "hn/-/policy/test",
                AT,
                Map.of("gx", seen),
                Stream.of(data)
                        .map(json -> new EventData("case.noted.v1", json))
                        .toList());
    }

    private static <V> List<ConsumerRecord<String, V>> read(StreamId stream, Deserializer<V> reader, int atLeast) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", Backends.started().brokers(),
                "group.id", UUID.randomUUID().toString(),
                "auto.offset.reset", "earliest");
        List<ConsumerRecord<String, V>> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), reader)) {
            consumer.subscribe(List.of(TOPICS.of(stream)));
            await().atMost(SOON).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (stream.id().equals(record.key())) {
                        found.add(record);
                    }
                });
                return found.size() >= atLeast;
            });
        }
        return found;
    }
}
