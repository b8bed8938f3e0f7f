package org.lianzhi.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The settings of a single broker for one machine. All values as Kafka reads them: bytes and milliseconds. */
final class BrokerProperties {

    static final int NODE = 1;
    static final String CONTROLLER = "CONTROLLER";

    private static final String CLIENTS = "PLAINTEXT";
    private static final String HOST = "127.0.0.1:";

    private BrokerProperties() {}

    static Map<String, String> of(Path folder, int port, int controllerPort) {
        Map<String, Object> all = new HashMap<>();
        all.putAll(network(port, controllerPort));
        all.putAll(data(folder));
        all.putAll(internalTopics());
        all.putAll(quickStart());
        all.putAll(smallMachine());
        return all.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> String.valueOf(e.getValue())));
    }

    /** The voter is named by id; its address is read at each start, so the controller's port may change from start to start. */
    private static Map<String, Object> network(int port, int controllerPort) {
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                NODE,
                "listeners",
                CLIENTS + "://" + HOST + port + "," + CONTROLLER + "://" + HOST + controllerPort,
                "advertised.listeners",
                CLIENTS + "://" + HOST + port,
                "listener.security.protocol.map",
                CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT",
                "controller.listener.names",
                CONTROLLER,
                "inter.broker.listener.name",
                CLIENTS,
                "controller.quorum.voters",
                NODE + "@" + HOST + controllerPort);
    }

    /** Retention without end: topics are the published record. Small indexes: each is allocated in full, per partition. */
    private static Map<String, Object> data(Path folder) {
        return Map.of(
                "log.dirs",
                folder.toString(),
                "metadata.log.dir",
                folder.toString(),
                "auto.create.topics.enable",
                false,
                "log.retention.ms",
                -1,
                // A single broker has no copies elsewhere of what it acknowledges: what went with the power would be in
                // the journal alone, marked there as sent.
                "log.flush.interval.messages",
                1,
                "log.segment.bytes",
                64 * 1024 * 1024,
                "log.index.size.max.bytes",
                256 * 1024,
                // Every half second a record that says nothing would keep the disk awake.
                "metadata.max.idle.interval.ms",
                30_000,
                "metadata.log.segment.bytes",
                16 * 1024 * 1024,
                "offsets.retention.minutes",
                Integer.MAX_VALUE);
    }

    private static Map<String, Object> internalTopics() {
        return Map.of(
                "default.replication.factor", 1,
                "offsets.topic.replication.factor", 1,
                "offsets.topic.num.partitions", 4,
                "transaction.state.log.replication.factor", 1,
                "transaction.state.log.min.isr", 1,
                "transaction.state.log.num.partitions", 1,
                "share.coordinator.state.topic.replication.factor", 1,
                "share.coordinator.state.topic.min.isr", 1,
                "share.coordinator.state.topic.num.partitions", 1);
    }

    /** After a kill the new broker may only register when the old one's session has ended. */
    private static Map<String, Object> quickStart() {
        return Map.of(
                "broker.session.timeout.ms", 2000,
                "broker.heartbeat.interval.ms", 500,
                "group.initial.rebalance.delay.ms", 0);
    }

    private static Map<String, Object> smallMachine() {
        return Map.of(
                "num.network.threads", 2,
                "num.io.threads", 4,
                "background.threads", 2,
                "num.recovery.threads.per.data.dir", 2,
                "group.coordinator.threads", 1,
                "share.coordinator.threads", 1,
                "log.cleaner.dedupe.buffer.size", 4 * 1024 * 1024,
                "metric.reporters", "");
    }
}
