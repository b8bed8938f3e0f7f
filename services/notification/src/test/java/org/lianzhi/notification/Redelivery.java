package org.lianzhi.notification;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
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
import org.lianzhi.journal.CommitHash;
import org.lianzhi.test.Backends;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

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

    /** As the binding hands them over. */
    static Message<List<byte[]>> batch(List<ConsumerRecord<String, byte[]>> records) {
        return MessageBuilder.withPayload(
                        records.stream().map(ConsumerRecord::value).toList())
                .setHeader(
                        KafkaHeaders.RECEIVED_TOPIC,
                        records.stream().map(ConsumerRecord::topic).toList())
                .setHeader(
                        KafkaHeaders.BATCH_CONVERTED_HEADERS,
                        records.stream().map(Redelivery::headers).toList())
                .build();
    }

    private static Map<String, Object> headers(ConsumerRecord<String, byte[]> record) {
        Map<String, Object> headers = new TreeMap<>();
        record.headers().forEach(header -> headers.put(header.key(), header.value()));
        return headers;
    }

    /** The same story of another case, in the same partitions: what is sent before it is dealt with before it. */
    static List<ConsumerRecord<String, byte[]>> renamed(
            List<ConsumerRecord<String, byte[]>> records, String from, String to) {
        return records.stream().map(record -> renamed(record, from, to)).toList();
    }

    private static ConsumerRecord<String, byte[]> renamed(
            ConsumerRecord<String, byte[]> record, String from, String to) {
        Map<String, String> headers = new TreeMap<>();
        record.headers()
                .forEach(header -> headers.put(
                        header.key(), new String(header.value(), StandardCharsets.UTF_8).replace(from, to)));
        headers.computeIfPresent("ce_commitid", (name, commit) -> to + commit);
        headers.put("ce_id", headers.get("ce_commitid") + "#0");
        headers.put("ce_commithash", hash(headers, record.value()));
        ConsumerRecord<String, byte[]> copy =
                new ConsumerRecord<>(record.topic(), record.partition(), record.offset(), to, record.value());
        headers.forEach((name, value) -> copy.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return copy;
    }

    /** Of a commit with one event that has seen no other record. */
    private static String hash(Map<String, String> headers, byte[] data) {
        Function<String, String> header = name -> requireNonNull(headers.get(name), name);
        return CommitHash.of(
                header.apply("ce_previoushash"),
                header.apply("ce_streamid"),
                Long.parseLong(header.apply("ce_streamversion")),
                header.apply("ce_commitid"),
                header.apply("ce_causationid"),
                header.apply("ce_actor"),
                Instant.parse(header.apply("ce_time")),
                Map.of(),
                List.of(CommitHash.digest(header.apply("ce_type"), new String(data, StandardCharsets.UTF_8))));
    }
}
