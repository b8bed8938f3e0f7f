package org.lianzhi.notification;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.lianzhi.test.Backends;

/** What the broker may do at any time: send records again, and in another order. */
final class Redelivery {

    private static final Map<String, Object> SETTINGS =
            Map.of("bootstrap.servers", Backends.started().brokers());

    private Redelivery() {}

    /** The records of a key, of all topics, in the order of each. */
    static List<ConsumerRecord<String, byte[]>> read(String key, int expected, String... topics) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(SETTINGS, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = Stream.of(topics)
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map((PartitionInfo info) -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (key.equals(record.key())) {
                        found.add(record);
                    }
                });
                return found.size() >= expected;
            });
        }
        return found;
    }

    static void sendAgain(List<ConsumerRecord<String, byte[]>> records, long seed)
            throws ExecutionException, InterruptedException {
        List<ConsumerRecord<String, byte[]>> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, new Random(seed));
        send(shuffled);
    }

    static void send(List<ConsumerRecord<String, byte[]>> records) throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(SETTINGS, new StringSerializer(), new ByteArraySerializer())) {
            for (ConsumerRecord<String, byte[]> record : records) {
                producer.send(new ProducerRecord<>(
                                record.topic(), record.partition(), record.key(), record.value(), record.headers()))
                        .get();
            }
        }
    }

    /** The same story of another case, in the same partitions: what is sent before it is dealt with before it. */
    static List<ConsumerRecord<String, byte[]>> renamed(
            List<ConsumerRecord<String, byte[]>> records, String from, String to) {
        return records.stream().map(record -> renamed(record, from, to)).toList();
    }

    private static ConsumerRecord<String, byte[]> renamed(
            ConsumerRecord<String, byte[]> record, String from, String to) {
        ConsumerRecord<String, byte[]> copy =
                new ConsumerRecord<>(record.topic(), record.partition(), record.offset(), to, record.value());
        record.headers().forEach(header -> {
            String value = new String(header.value(), StandardCharsets.UTF_8).replace(from, to);
            String unique = header.key().equals("ce_id") ? to + value : value;
            copy.headers().add(header.key(), unique.getBytes(StandardCharsets.UTF_8));
        });
        return copy;
    }
}
