package org.lianzhi.benchmarks;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.lianzhi.journal.EventStream;
import org.lianzhi.journal.Journal;
import org.lianzhi.test.ChildJvm;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What others do about the same: a naive dual write and the journal, both really killed under load, and how many events are
 * missing afterwards; an outbox that is polled every 5 s and the journal, and how long an event is under way.
 */
final class Peers implements Measurement {

    static final String NAIVE = "peer-naive";

    private static final Duration LONGEST_REPAIR = Duration.ofSeconds(10);
    private static final String POLLED = "peer-polled";
    private static final Duration LOAD = Duration.ofSeconds(4);
    private static final Duration POLL_EVERY = Duration.ofSeconds(5);
    private static final double PER_SECOND = 40;
    private static final int EVENTS = 600;

    private final String wholeClassPath;

    Peers(String wholeClassPath) {
        this.wholeClassPath = wholeClassPath;
    }

    @Override
    public String id() {
        return "peers";
    }

    @Override
    public Outcome measure(Settings settings, Path folder) throws Exception {
        List<String> lines = new ArrayList<>();
        try (Bare bare = Bare.start(folder);
                Admin admin = Admin.create(Map.of("bootstrap.servers", bare.broker()))) {
            admin.createTopics(Set.of(new NewTopic(NAIVE, 6, (short) 1), new NewTopic(POLLED, 6, (short) 1)))
                    .all()
                    .get();
            Duration load = settings.sized(LOAD);
            lines.add(killed(
                    bare, "naive-dual-write", load, NAIVE, bare.database(NAIVE).getCollection("reports")));
            try (ConfigurableApplicationContext topics = JournalOnly.start(bare, Map.of())) {
                topics.stop();
            }
            lines.add(killed(
                    bare,
                    "journal-and-relay",
                    load,
                    Publishing.TOPIC,
                    bare.database(JournalOnly.DATABASE).getCollection("journal")));
            lines.add(Modulith.line(bare, load, wholeClassPath, folder));
            int events = settings.sized(EVENTS);
            lines.add(line("polling-outbox-5s", polled(bare, events)));
            try (ConfigurableApplicationContext service = JournalOnly.start(bare, Map.of())) {
                lines.add(line(
                        "journal-and-relay",
                        QuietCases.arrivals(service.getBean(Journal.class), bare.broker(), events)));
            }
        }
        return new Outcome(List.of(), lines);
    }

    private static String line(String peer, Histogram micros) {
        return "PEER %s durability=group-commit per_s=%s p50_ms=%s p99_ms=%s"
                .formatted(
                        peer,
                        Numbers.plain(PER_SECOND),
                        Numbers.plain(micros.getValueAtPercentile(50) / 1000.0),
                        Numbers.plain(micros.getValueAtPercentile(99) / 1000.0));
    }

    /** Writes in a process of its own until that is killed, starts what would repair it, and counts. */
    private static String killed(Bare bare, String peer, Duration load, String topic, MongoCollection<Document> stored)
            throws Exception {
        try (ChildJvm child = ChildJvm.start(Writer.class, peer, bare.broker(), bare.storeUri())) {
            child.says(Writer.READY);
            Thread.sleep(load);
            child.kill();
        }
        try (ChildJvm again = ChildJvm.start(Writer.class, peer + "-restarted", bare.broker(), bare.storeUri());
                Topic published = new Topic(bare.broker(), topic)) {
            again.says(Writer.READY);
            Waiting.patiently(LONGEST_REPAIR, Duration.ofMillis(200), () -> lost(published, stored) == 0);
            long accepted = stored.countDocuments();
            return "PEER %s durability=group-commit killed=kill-9 accepted=%d lost=%d per_s=%s"
                    .formatted(
                            peer,
                            accepted,
                            lost(published, stored),
                            Numbers.plain(accepted / (load.toMillis() / 1000.0)));
        }
    }

    /** How many that are stored are not on the topic. */
    private static long lost(Topic published, MongoCollection<Document> stored) {
        Set<String> arrived = new HashSet<>();
        published.last(Integer.MAX_VALUE).forEach(each -> arrived.add(each.key()));
        long lost = 0;
        for (Document each : stored.find()) {
            String id = each.getString("_id").replaceFirst("^report-", "").replaceFirst("@.*$", "");
            lost += arrived.contains(id) ? 0 : 1;
        }
        return lost;
    }

    private static Histogram polled(Bare bare, int events) throws Exception {
        MongoCollection<Document> outbox = bare.database(POLLED).getCollection("outbox");
        Map<String, Long> due = new ConcurrentHashMap<>();
        Histogram latencies = new Histogram(3);
        AtomicInteger arrived = new AtomicInteger();
        Thread polling = Thread.ofPlatform().daemon().start(() -> poll(bare, outbox));
        try (BareConsumer consumer = BareConsumer.ofKeys(bare.broker(), POLLED, keys -> {
            long now = System.nanoTime();
            keys.forEach(key -> latencies.recordValue(TimeUnit.NANOSECONDS.toMicros(now - due.getOrDefault(key, now))));
            arrived.addAndGet(keys.size());
        })) {
            OpenLoop.run(PER_SECOND, events, (number, dueNanos) -> {
                String id = Renaming.newId();
                due.put(id, dueNanos);
                outbox.insertOne(
                        new Document("_id", id).append("json", Backlog.EVENT).append("sent", false));
            });
            Waiting.until(Duration.ofMillis(10), () -> {
                consumer.assertWell();
                return arrived.get() >= events;
            });
        } finally {
            polling.interrupt();
            polling.join();
        }
        return latencies;
    }

    private static void poll(Bare bare, MongoCollection<Document> outbox) {
        try (KafkaProducer<String, byte[]> producer = Publishing.producer(bare)) {
            while (true) {
                Thread.sleep(POLL_EVERY);
                List<String> sent = new ArrayList<>();
                for (Document each : outbox.find(Filters.eq("sent", false))) {
                    sent.add(each.getString("_id"));
                    producer.send(new ProducerRecord<>(
                            POLLED, sent.getLast(), each.getString("json").getBytes(StandardCharsets.UTF_8)));
                }
                producer.flush();
                outbox.updateMany(Filters.in("_id", sent), Updates.set("sent", true));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Main class of the process that is killed: 16 threads write as fast as they can. */
    static final class Writer {

        static final String READY = "READY";
        private static final int AT_ONCE = 16;
        private static final PrintStream OUT = System.out;

        private Writer() {}

        public static void main(String[] arguments) throws Exception {
            String broker = arguments[1];
            String store = arguments[2];
            if (arguments[0].startsWith("naive")) {
                naive(broker, store, arguments[0].endsWith("-restarted"));
            } else {
                journal(broker, store, arguments[0].endsWith("-restarted"));
            }
        }

        /** Insert, then send; nobody waits for the broker, as is usual. There is nothing that a restart could repair. */
        private static void naive(String broker, String store, boolean restarted) throws Exception {
            Bare bare = Bare.at(broker, store);
            MongoCollection<Document> reports = bare.database(NAIVE).getCollection("reports");
            KafkaProducer<String, byte[]> producer = Publishing.producer(bare);
            // So that the first sends do not wait for what every producer must learn first.
            producer.partitionsFor(NAIVE);
            run(restarted, () -> {
                String id = Renaming.newId();
                reports.insertOne(new Document("_id", id).append("json", Backlog.EVENT));
                producer.send(new ProducerRecord<>(NAIVE, id, Backlog.EVENT.getBytes(StandardCharsets.UTF_8)));
            });
        }

        private static void journal(String broker, String store, boolean restarted) throws Exception {
            Journal journal = JournalOnly.start(broker, store, Map.of()).getBean(Journal.class);
            run(restarted, () -> journal.append(new EventStream(Backlog.newStream(), List.of()), Backlog.draft()));
        }

        private static void run(boolean restarted, ClosedLoop.Work work) throws Exception {
            OUT.println(READY);
            if (restarted) {
                Waiting.forKill();
            }
            ClosedLoop.perSecond(AT_ONCE, Duration.ofMinutes(5), work);
        }
    }
}
