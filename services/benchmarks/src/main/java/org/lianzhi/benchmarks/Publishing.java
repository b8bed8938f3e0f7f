package org.lianzhi.benchmarks;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * P4: how fast the relay publishes what a crash left behind (reading it from the store, sending it, marking it), against a
 * plain idempotent producer with acks=all that sends the same records from memory.
 */
final class Publishing implements Measurement {

    static final String TOPIC = "hn.internal.reports";

    private static final int BACKLOG = 20_000;
    private static final int BRIDGED = 10;
    private static final int PIECE = 5000;

    @Override
    public String id() {
        return "P4";
    }

    @Override
    public Outcome measure(Settings settings, Path folder) throws Exception {
        int backlog = settings.sized(BACKLOG);
        try (Bare bare = Bare.start(folder);
                ConfigurableApplicationContext service = JournalOnly.start(bare, Bridging.settings());
                Topic topic = new Topic(bare.broker(), TOPIC);
                KafkaProducer<String, byte[]> producer = producer(bare)) {
            SmartLifecycle relay = service.getBean("relay", SmartLifecycle.class);
            MongoCollection<Document> journal =
                    bare.database(JournalOnly.DATABASE).getCollection("journal");
            List<Double> marked = new ArrayList<>();
            Ratios.Side relaying = () -> relayed(relay, journal, topic, backlog, marked);
            relaying.measure();
            List<ProducerRecord<String, byte[]>> records = topic.last(backlog);
            Ratios.Side plain = () -> produced(producer, records);
            plain.measure();
            Ratios ratios = Ratios.abba(settings.rounds(), relaying, plain);
            StreamBridge bridge = service.getBean(StreamBridge.class);
            List<ProducerRecord<String, byte[]>> few = records.subList(0, Math.max(1, backlog / BRIDGED));
            return Outcome.of(new Figure(id(), Target.atLeast(0.5), ratios)
                    .with("backlog", backlog)
                    .with("relay_per_s", ratios.a())
                    .with("relay_with_marks_per_s", Ratios.medianOf(marked))
                    .with("producer_per_s", ratios.b())
                    .with("store_alone_per_s", storeAlone(relay, journal, backlog))
                    .with("streambridge_sync_1_thread_per_s", Bridging.perSecond(bridge, few, 1))
                    .with("streambridge_sync_16_threads_per_s", Bridging.perSecond(bridge, few, 16)));
        }
    }

    private static double relayed(
            SmartLifecycle relay, MongoCollection<Document> journal, Topic topic, int backlog, List<Double> marked) {
        relay.stop();
        Backlog.fill(journal, backlog, 1);
        long before = topic.size();
        long begin = System.nanoTime();
        relay.start();
        topic.awaitSize(before + backlog);
        double published = (System.nanoTime() - begin) / 1e9;
        awaitMarks(journal);
        marked.add(backlog / ((System.nanoTime() - begin) / 1e9));
        return backlog / published;
    }

    /** Else the marks that are still written would be in the way of what is measured next. */
    static void awaitMarks(MongoCollection<Document> journal) {
        Waiting.until(
                Duration.ofMillis(5),
                () -> journal.find(Filters.eq("relayedAt", null)).first() == null);
    }

    /** Reads the backlog and marks it, in the same pieces as the relay, and sends nothing: what the store alone allows. */
    private static double storeAlone(SmartLifecycle relay, MongoCollection<Document> journal, int backlog) {
        relay.stop();
        Backlog.fill(journal, backlog, 1);
        long begin = System.nanoTime();
        List<Object> ids = new ArrayList<>();
        for (Document document : journal.find(Filters.eq("relayedAt", null))) {
            ids.add(document.get("_id"));
        }
        for (int from = 0; from < ids.size(); from += PIECE) {
            List<Object> some = ids.subList(from, Math.min(ids.size(), from + PIECE));
            journal.updateMany(Filters.in("_id", some), Updates.set("relayedAt", new Date()));
        }
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
        CountDownLatch answered = new CountDownLatch(records.size());
        AtomicReference<Exception> failed = new AtomicReference<>();
        long begin = System.nanoTime();
        for (ProducerRecord<String, byte[]> each : records) {
            producer.send(each, (metadata, failure) -> {
                if (failure != null) {
                    failed.set(failure);
                }
                answered.countDown();
            });
        }
        answered.await();
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (failed.get() != null) {
            throw new IllegalStateException("a record was not sent", failed.get());
        }
        return records.size() / seconds;
    }
}
