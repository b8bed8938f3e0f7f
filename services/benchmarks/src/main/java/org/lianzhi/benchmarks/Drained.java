package org.lianzhi.benchmarks;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Knows when all effects of all reports are there: each report and each notice is on its topic, and every group has
 * committed everything. The containers commit after a batch has been applied, so a committed offset is an effect that is
 * durable.
 */
final class Drained implements AutoCloseable {

    private static final String REPORTS = "internal.reports";
    private static final String NOTICES = "internal.notices";

    private final Admin admin;

    Drained(String broker) {
        this.admin = Admin.create(Map.of("bootstrap.servers", broker));
    }

    /** Returns when so many reports (each with one notice) have had all their effects. */
    void await(long reports) {
        Waiting.until(Duration.ofMillis(5), () -> is(reports));
    }

    private boolean is(long reports) throws InterruptedException, ExecutionException {
        Map<TopicPartition, Long> ends = ends();
        return sum(ends, REPORTS) >= reports && sum(ends, NOTICES) >= reports && nothingBehind(ends);
    }

    /** Whether every group has committed everything that is there now. */
    boolean nothingBehind() throws InterruptedException, ExecutionException {
        return nothingBehind(ends());
    }

    private static long sum(Map<TopicPartition, Long> ends, String topic) {
        return ends.entrySet().stream()
                .filter(end -> end.getKey().topic().endsWith(topic))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private Map<TopicPartition, Long> ends() throws InterruptedException, ExecutionException {
        Set<String> topics = admin.listTopics().names().get().stream()
                .filter(name -> name.endsWith(REPORTS) || name.endsWith(NOTICES))
                .collect(Collectors.toSet());
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        admin.describeTopics(topics)
                .allTopicNames()
                .get()
                .forEach((name, topic) -> topic.partitions()
                        .forEach(partition ->
                                latest.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(latest).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    /** Groups of live hints commit nothing that counts; they read nothing of the past and have no named group. */
    private boolean nothingBehind(Map<TopicPartition, Long> ends) throws InterruptedException, ExecutionException {
        List<String> groups = admin.listGroups().all().get().stream()
                .map(group -> group.groupId())
                .filter(group -> !group.startsWith("anonymous"))
                .toList();
        Map<String, ListConsumerGroupOffsetsSpec> all =
                groups.stream().collect(Collectors.toMap(group -> group, group -> new ListConsumerGroupOffsetsSpec()));
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed =
                admin.listConsumerGroupOffsets(all).all().get();
        return committed.values().stream()
                .flatMap(group -> group.entrySet().stream())
                .filter(entry -> entry.getValue() != null && ends.containsKey(entry.getKey()))
                .allMatch(entry -> entry.getValue().offset() >= ends.getOrDefault(entry.getKey(), 0L));
    }

    @Override
    public void close() {
        admin.close();
    }
}
