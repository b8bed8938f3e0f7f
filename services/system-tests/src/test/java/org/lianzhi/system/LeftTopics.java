package org.lianzhi.system;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.lianzhi.embedded.BrokerSettings;
import org.lianzhi.embedded.EmbeddedBroker;

/** What a stopped standalone has left on its topics. */
final class LeftTopics {

    private LeftTopics() {}

    /** Shows every record, those of the broker's own topics as well. */
    static void read(Path data, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(data.resolve("broker")));
                var consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> all = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (all.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(each);
            }
        }
    }
}
