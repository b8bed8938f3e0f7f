package org.lianzhi.benchmarks;

import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.lianzhi.journal.Draft;
import org.lianzhi.journal.EventData;
import org.lianzhi.journal.EventStream;
import org.lianzhi.journal.Journal;
import org.lianzhi.journal.StreamId;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * P4: how fast the relay publishes what a crash left behind (reading it from the store, sending it, marking it), against a
 * plain idempotent producer with acks=all that sends the same records from memory.
 */
final class Publishing implements Measurement {

    static final String TOPIC = "hn.internal.reports";

    private static final int BACKLOG = 20_000;
    private static final String TEMPLATE = "00000000000000000000000000";
    private static final String FILED = """
        {"channel":"web","category":"livestock-wastewater","county":"431129","suspectedCounty":"451123",\
        "bureau":"431129-branch","inBorderZone":true,"observedAt":"2024-07-08T01:00:00Z","weather":"rain",\
        "stillGoingOn":true,"photos":0,"contactGiven":true,"triageBy":"2024-07-15T01:00:00Z",\
        "triageRule":"triage","synthetic":true}\
        """;

    @Override
    public String id() {
        return "P4";
    }

    @Override
    public Outcome measure(Settings settings, Path folder) throws Exception {
        int backlog = settings.sized(BACKLOG);
        try (Bare bare = Bare.start(folder);
                ConfigurableApplicationContext service = JournalOnly.start(bare, Map.of());
                Topic topic = new Topic(bare.broker(), TOPIC);
                KafkaProducer<String, byte[]> producer = producer(bare)) {
            SmartLifecycle relay = service.getBean("relay", SmartLifecycle.class);
            MongoCollection<Document> journal =
                    bare.database(JournalOnly.DATABASE).getCollection("journal");
            Document template = template(service, journal, topic);
            Ratios.Side relaying = () -> relayed(relay, journal, template, topic, backlog);
            relaying.measure();
            List<ProducerRecord<String, byte[]>> records = topic.last(backlog);
            Ratios.Side plain = () -> produced(producer, records);
            plain.measure();
            Ratios ratios = Ratios.abba(settings.rounds(), relaying, plain);
            return Outcome.of(new Figure(id(), Target.atLeast(0.5), ratios)
                    .with("backlog", backlog)
                    .with("relay_per_s", ratios.a())
                    .with("producer_per_s", ratios.b()));
        }
    }

    private static Document template(
            ConfigurableApplicationContext service, MongoCollection<Document> journal, Topic topic)
            throws InterruptedException {
        StreamId stream = new StreamId("report", TEMPLATE, "hn");
        service.getBean(Journal.class)
                .append(
                        new EventStream(stream, List.of()),
                        new Draft(
                                Renaming.newHash(),
                                "request:0123456789abcdef",
                                "citizen@hn",
                                Instant.parse("2024-07-08T01:10:00Z"),
                                Map.of(),
                                List.of(new EventData("report.filed.v1", FILED))));
        topic.awaitSize(1);
        Document commit = journal.find().first();
        if (commit == null) {
            throw new IllegalStateException("the commit is not there");
        }
        return commit.append("relayedAt", null);
    }

    private static double relayed(
            SmartLifecycle relay, MongoCollection<Document> journal, Document template, Topic topic, int backlog)
            throws InterruptedException {
        relay.stop();
        journal.drop();
        List<Document> commits = new ArrayList<>();
        for (int i = 0; i < backlog; i++) {
            commits.add(new Renaming(Map.of(TEMPLATE, Renaming.newId())).of(template));
        }
        journal.insertMany(commits);
        long before = topic.size();
        long begin = System.nanoTime();
        relay.start();
        topic.awaitSize(before + backlog);
        return backlog / ((System.nanoTime() - begin) / 1e9);
    }

    static KafkaProducer<String, byte[]> producer(Bare bare) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bare.broker(), "acks", "all", "enable.idempotence", true, "linger.ms", 2),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private static double produced(KafkaProducer<String, byte[]> producer, List<ProducerRecord<String, byte[]>> records)
            throws InterruptedException {
        CountDownLatch acknowledged = new CountDownLatch(records.size());
        long begin = System.nanoTime();
        for (ProducerRecord<String, byte[]> each : records) {
            producer.send(each, (metadata, failure) -> acknowledged.countDown());
        }
        acknowledged.await();
        return records.size() / ((System.nanoTime() - begin) / 1e9);
    }
}
