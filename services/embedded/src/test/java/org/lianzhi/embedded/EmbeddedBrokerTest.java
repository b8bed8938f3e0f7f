package org.lianzhi.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    @Test
    void acknowledged_records_survive_a_kill_and_the_broker_giving_up() throws Exception {
        List<String> acknowledged;
        try (Child child = Child.start(BrokerUnderLoad.class, folder.toString())) {
            acknowledged = child.killedAfter(2000);
        }
        EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(folder));
        try {
            assertThat(records(broker, acknowledged.size())).containsAll(acknowledged);
            assertSecondIsRefused();
            kafkaGivesUp();
            assertThat(broker.failed()).isTrue();
        } finally {
            broker.close();
        }
        try (EmbeddedBroker again =
                EmbeddedBroker.start(BrokerSettings.in(folder).withPort(broker.port()))) {
            assertThat(again.port()).isEqualTo(broker.port());
            assertThat(again.failed()).isFalse();
            assertThat(records(again, acknowledged.size())).containsAll(acknowledged);
        }
    }

    private void assertSecondIsRefused() {
        assertRefused(BrokerSettings.in(folder), DataFolderProblem.Code.IN_USE);
    }

    /** As on a full disk: a thread of Kafka wants to end the process. The process, and so this test, goes on. */
    private static void kafkaGivesUp() throws InterruptedException {
        Thread ofKafka = new Thread(() -> Exit.halt(1, "the disk is full"));
        ofKafka.setUncaughtExceptionHandler((thread, failure) -> {});
        ofKafka.start();
        ofKafka.join();
    }

    @Test
    void files_of_another_cluster_are_refused() throws IOException {
        Files.writeString(
                folder.resolve("meta.properties"), "version=1\ncluster.id=AAAAAAAAAAAAAAAAAAAAAA\nnode.id=1\n");
        assertRefused(
                BrokerSettings.in(folder).withClusterId("BBBBBBBBBBBBBBBBBBBBBB"), DataFolderProblem.Code.DAMAGED);
    }

    @Test
    void a_taken_port_is_named() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(
                            () -> EmbeddedBroker.start(BrokerSettings.in(folder).withPort(taken.getLocalPort())))
                    .isInstanceOf(PortTaken.class)
                    .hasMessageContaining(String.valueOf(taken.getLocalPort()));
        }
    }

    private static void assertRefused(BrokerSettings settings, DataFolderProblem.Code code) {
        assertThatThrownBy(() -> EmbeddedBroker.start(settings))
                .isInstanceOfSatisfying(
                        DataFolderProblem.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private static Set<String> records(EmbeddedBroker broker, int atLeast) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
        TopicPartition partition = new TopicPartition(BrokerUnderLoad.TOPIC, 0);
        Set<String> values = new TreeSet<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (values.size() < atLeast && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
