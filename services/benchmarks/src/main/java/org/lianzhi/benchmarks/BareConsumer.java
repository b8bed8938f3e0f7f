package org.lianzhi.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** A thread that reads a topic to its end and on, batch by batch; nothing else. */
final class BareConsumer implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(20);

    private final Thread thread;
    private volatile boolean stopped;
    private volatile @Nullable RuntimeException failure;

    /** @param batch is handed the values of each batch that is not empty */
    BareConsumer(String broker, String topic, Consumer<List<byte[]>> batch) {
        this(broker, topic, ConsumerRecord::value, batch);
    }

    /** @param batch is handed the keys of each batch that is not empty */
    static BareConsumer ofKeys(String broker, String topic, Consumer<List<String>> batch) {
        return new BareConsumer(broker, topic, ConsumerRecord::key, batch);
    }

    private <T> BareConsumer(
            String broker, String topic, Function<ConsumerRecord<String, byte[]>, T> part, Consumer<List<T>> batch) {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker), new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        thread = Thread.ofPlatform().name("bare " + topic).start(() -> {
            try (consumer) {
                read(consumer, part, batch);
            } catch (RuntimeException e) {
                failure = e;
            }
        });
    }

    private <T> void read(
            KafkaConsumer<String, byte[]> consumer,
            Function<ConsumerRecord<String, byte[]>, T> part,
            Consumer<List<T>> batch) {
        while (!stopped) {
            List<T> values = new ArrayList<>();
            consumer.poll(POLL).forEach(each -> values.add(part.apply(each)));
            if (!values.isEmpty()) {
                batch.accept(values);
            }
        }
    }

    void assertWell() {
        RuntimeException e = failure;
        if (e != null) {
            throw e;
        }
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
