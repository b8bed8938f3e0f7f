package org.lianzhi.intake;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.lianzhi.test.Backends;

/** What stands in the topics. */
final class Topics {

    private Topics() {}

    /** A record with everything in it as text. */
    record Found(String topic, String key, String type, String all) {}

    static List<Found> read(String... topics) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", Backends.started().brokers());
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = List.of(topics).stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Found> found = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> found.add(found(record)));
            }
            return found;
        }
    }

    /** Whether a group has read a topic to its end. */
    static boolean isReadBy(String group, String topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", Backends.started().brokers(), "group.id", group);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Set<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .collect(Collectors.toSet());
            Map<TopicPartition, OffsetAndMetadata> read = consumer.committed(partitions);
            return consumer.endOffsets(partitions).entrySet().stream()
                    .filter(end -> end.getValue() > 0)
                    .allMatch(end -> read.get(end.getKey()) != null
                            && read.get(end.getKey()).offset() >= end.getValue());
        }
    }

    static List<String> all() {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", Backends.started().brokers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            return consumer.listTopics().keySet().stream().sorted().toList();
        }
    }

    private static Found found(ConsumerRecord<byte[], byte[]> record) {
        StringBuilder all = new StringBuilder(text(record.key())).append(text(record.value()));
        String type = "";
        for (Header header : record.headers()) {
            all.append(header.key()).append(text(header.value()));
            type = header.key().equals("ce_type") ? text(header.value()) : type;
        }
        return new Found(record.topic(), text(record.key()), type, all.toString());
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
