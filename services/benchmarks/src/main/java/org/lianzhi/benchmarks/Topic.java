package org.lianzhi.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Looks at a topic from outside. */
final class Topic implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final String name;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;

    Topic(String broker, String name) {
        this.name = name;
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker, "max.poll.records", 5000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        this.partitions = consumer.partitionsFor(name).stream()
                .map(partition -> new TopicPartition(name, partition.partition()))
                .toList();
        consumer.assign(partitions);
    }

    /** How many records it has. */
    long size() {
        return consumer.endOffsets(partitions).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Returns when it has so many. */
    void awaitSize(long size) {
        Waiting.until(Duration.ofMillis(2), () -> size() >= size);
    }

    /** The last so many records, to be sent again as they are. */
    List<ProducerRecord<String, byte[]>> last(int count) {
        consumer.seekToBeginning(partitions);
        long left = size();
        List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();
        while (left > 0) {
            for (ConsumerRecord<String, byte[]> each : consumer.poll(POLL)) {
                read.add(each);
                left--;
            }
        }
        return read.subList(Math.max(0, read.size() - count), read.size()).stream()
                .map(each -> new ProducerRecord<>(name, null, each.key(), each.value(), each.headers()))
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
