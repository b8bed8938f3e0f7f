package org.lianzhi.benchmarks;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;

/**
 * What the filing of a report and all its effects come to, without the services: the same documents written, the same two
 * records produced and consumed, by as many consumers, with the same batches. Read from the store after a real report.
 */
final class BareEffects implements AutoCloseable {

    private static final String REPORTS = "bare.reports";
    private static final String NOTICES = "bare.notices";
    private static final String RAW = "bare.raw";
    private static final String LISTS = "lists";

    private final MongoDatabase bare;
    private final String broker;
    private final KafkaProducer<String, byte[]> producer;
    private final FiledReport filed;
    private final String report;
    private final String notice;
    private final Document noticeCommit;
    private final Map<String, List<Document>> effects = new HashMap<>();
    private final Document inboxPage;
    private final byte[] payload;
    private final ProducerRecord<String, byte[]> reportEvent;
    private final ProducerRecord<String, byte[]> noticeEvent;

    BareEffects(Whole whole, String report) throws Exception {
        this.bare = whole.database("bare");
        this.broker = whole.address("broker");
        this.report = report;
        this.filed = FiledReport.read(whole.database("report-intake"), report);
        this.payload = filed.event().getBytes(StandardCharsets.UTF_8);
        this.reportEvent = last("hn.internal.reports");
        this.noticeEvent = last("hn.internal.notices");
        this.noticeCommit = Objects.requireNonNull(
                whole.database("notification").getCollection("journal").find().into(new ArrayList<>()).stream()
                        .filter(commit -> commit.toJson().contains(report))
                        .findFirst()
                        .orElse(null),
                "the notice");
        this.notice =
                noticeCommit.getString("streamId").replaceFirst("^notice-", "").replaceFirst("@.*$", "");
        effects.put("intake", List.of(effect(whole, "report-intake", "reports", report)));
        effects.put("matters", List.of(effect(whole, "notification", "matters", report)));
        effects.put(
                "timeline",
                List.of(
                        effect(whole, "supervisor-timeline", "record_pages", report),
                        effect(whole, "supervisor-timeline", "report_links", report)));
        effects.put("investigation", List.of(effect(whole, "joint-investigation", "report_links", report)));
        this.inboxPage = effect(whole, "notification", "inboxes", notice);
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "acks", "all", "linger.ms", 2),
                new StringSerializer(),
                new ByteArraySerializer());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            admin.createTopics(Set.of(REPORTS, NOTICES, RAW).stream()
                            .map(name -> new NewTopic(name, 6, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    /** A real event, with its headers. */
    private ProducerRecord<String, byte[]> last(String topic) {
        try (Topic real = new Topic(broker, topic)) {
            return real.last(1).getFirst();
        }
    }

    private static ProducerRecord<String, byte[]> as(ProducerRecord<String, byte[]> event, String topic, String id) {
        return new ProducerRecord<>(topic, null, id, event.value(), event.headers());
    }

    private static Document effect(Whole whole, String service, String collection, String id) {
        for (Document document :
                whole.database(service).getCollection(collection).find()) {
            if (document.toJson().contains(id)) {
                return document;
            }
        }
        throw new IllegalStateException(service + "." + collection + " says nothing of " + id);
    }

    /** Those of which there is one for each report; marks, lists and the page of the inbox are written once per batch. */
    int writesPerReport() {
        return FiledReport.WRITES
                + effects.values().stream().mapToInt(List::size).sum()
                + 1;
    }

    double perSecond(int atOnce, int reports) throws Exception {
        AtomicInteger arrived = new AtomicInteger();
        AtomicInteger stored = new AtomicInteger();
        int consumers = effects.size();
        try (BareConsumer inbox = BareConsumer.ofKeys(broker, NOTICES, batch -> {
                    mark("notices", batch);
                    page(batch.size());
                    arrived.addAndGet(batch.size());
                });
                BareConsumer intake = BareConsumer.ofKeys(broker, REPORTS, batch -> {
                    mark("journal", batch);
                    store("intake", batch);
                    list(batch);
                    stored.addAndGet(batch.size());
                });
                BareConsumer timeline = storing("timeline", stored);
                BareConsumer investigation = storing("investigation", stored);
                BareConsumer telling = BareConsumer.ofKeys(broker, REPORTS, batch -> {
                    store("matters", batch);
                    batch.forEach(this::tell);
                    stored.addAndGet(batch.size());
                })) {
            List<BareConsumer> all = List.of(inbox, intake, timeline, investigation, telling);
            long begin = System.nanoTime();
            ClosedLoop.secondsFor(atOnce, reports, () -> {
                String id = filed.write(bare);
                producer.send(as(reportEvent, REPORTS, id));
            });
            Waiting.until(Duration.ofMillis(2), () -> {
                all.forEach(BareConsumer::assertWell);
                return arrived.get() >= reports && stored.get() >= reports * consumers;
            });
            return reports / ((System.nanoTime() - begin) / 1e9);
        }
    }

    private BareConsumer storing(String what, AtomicInteger stored) {
        return BareConsumer.ofKeys(broker, REPORTS, batch -> {
            store(what, batch);
            stored.addAndGet(batch.size());
        });
    }

    private void store(String what, List<String> batch) {
        List<Document> templates = effects.getOrDefault(what, List.of());
        for (int i = 0; i < templates.size(); i++) {
            Document template = templates.get(i);
            bare.getCollection(what + i)
                    .insertMany(batch.stream()
                            .map(id -> new Renaming(Map.of(report, id)).of(template))
                            .toList());
        }
    }

    private void list(List<String> batch) {
        Document entry = new Document("state", "received");
        Document fields = new Document();
        batch.forEach(id -> fields.append("entries." + id, entry));
        for (String list : List.of("open", "all")) {
            bare.getCollection(LISTS)
                    .updateOne(
                            Filters.eq("_id", list + batch.getFirst()),
                            new Document("$set", fields),
                            new com.mongodb.client.model.UpdateOptions().upsert(true));
        }
    }

    private void tell(String id) {
        String newNotice = Renaming.newId();
        MongoCollection<Document> journal = bare.getCollection("notices");
        journal.insertOne(new Renaming(
                        Map.of(report, id, notice, newNotice, noticeCommit.getString("commitId"), Renaming.newHash()))
                .of(noticeCommit));
        producer.send(as(noticeEvent, NOTICES, newNotice));
    }

    private void mark(String journal, List<String> batch) {
        String kind = journal.equals("notices") ? "notice-" : "report-";
        bare.getCollection(journal)
                .updateMany(
                        Filters.in(
                                "_id",
                                batch.stream().map(id -> kind + id + "@hn/1").toList()),
                        Updates.set("relayedAt", new Date()));
    }

    private void page(int notices) {
        for (String collection : List.of("inboxes", "inboxes_lists")) {
            bare.getCollection(collection)
                    .replaceOne(
                            Filters.eq("_id", inboxPage.get("_id")),
                            new Document(inboxPage).append("count", notices),
                            new ReplaceOptions().upsert(true));
        }
    }

    private static String text(byte[] id) {
        return new String(id, StandardCharsets.UTF_8);
    }

    /** In microseconds: one durable insert, one record produced after it, and its arrival at a consumer. */
    Histogram latencies(int count, double perSecond) throws Exception {
        Map<String, Long> due = new ConcurrentHashMap<>();
        Histogram latencies = new Histogram(3);
        AtomicInteger arrived = new AtomicInteger();
        try (BareConsumer consumer = new BareConsumer(broker, RAW, batch -> {
            long now = System.nanoTime();
            batch.forEach(id -> latencies.recordValue(
                    TimeUnit.NANOSECONDS.toMicros(now - due.getOrDefault(text(id).substring(0, 26), now))));
            arrived.addAndGet(batch.size());
        })) {
            OpenLoop.run(perSecond, count, (number, dueNanos) -> {
                String id = Renaming.newId();
                due.put(id, dueNanos);
                bare.getCollection("raw")
                        .insertOne(new Document("_id", id).append("json", new String(payload, StandardCharsets.UTF_8)));
                producer.send(new ProducerRecord<>(RAW, id, (id + text(payload)).getBytes(StandardCharsets.UTF_8)));
            });
            Waiting.until(Duration.ofMillis(1), () -> {
                consumer.assertWell();
                return arrived.get() >= count;
            });
        }
        return latencies;
    }

    @Override
    public void close() {
        producer.close();
    }
}
