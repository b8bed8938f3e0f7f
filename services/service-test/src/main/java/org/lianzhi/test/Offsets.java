package org.lianzhi.test;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How far consumers have got. The containers commit after a batch has been applied, so a committed offset is an effect that is
 * durable.
 */
public final class Offsets {

    private Offsets() {}

    /** Where the partitions of some topics end now. */
    public static Map<TopicPartition, Long> ends(Admin admin, Predicate<String> topics)
            throws InterruptedException, ExecutionException {
        Set<String> names =
                admin.listTopics().names().get().stream().filter(topics).collect(Collectors.toSet());
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        admin.describeTopics(names)
                .allTopicNames()
                .get()
                .forEach((name, topic) -> topic.partitions()
                        .forEach(partition ->
                                latest.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(latest).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    /**
     * Whether every group has committed all of what it reads there: a partition of its topics that it has committed nothing of
     * is not taken, and neither is anything where there is no group. Groups of live hints do not count: they read nothing
     * of the past, and that of a process which was killed is never heard of again.
     */
    public static boolean areTaken(Admin admin, Map<TopicPartition, Long> ends)
            throws InterruptedException, ExecutionException {
        Map<String, ListConsumerGroupOffsetsSpec> groups = admin.listGroups().all().get().stream()
                .map(GroupListing::groupId)
                .filter(group -> !group.startsWith("anonymous") && !group.startsWith("portal-"))
                .collect(Collectors.toMap(group -> group, group -> new ListConsumerGroupOffsetsSpec()));
        if (groups.isEmpty()) {
            return false;
        }
        return admin.listConsumerGroupOffsets(groups).all().get().values().stream()
                .allMatch(committed -> isTaken(committed, ends));
    }

    private static boolean isTaken(Map<TopicPartition, OffsetAndMetadata> committed, Map<TopicPartition, Long> ends) {
        Set<String> topics =
                committed.keySet().stream().map(TopicPartition::topic).collect(Collectors.toSet());
        return ends.entrySet().stream()
                .filter(end -> topics.contains(end.getKey().topic()))
                .allMatch(end -> {
                    OffsetAndMetadata reached = committed.get(end.getKey());
                    return end.getValue() <= (reached == null ? 0 : reached.offset());
                });
    }
}
