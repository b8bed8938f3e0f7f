package org.lianzhi.embedded;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the broker keeps its data and listens.
 *
 * @param folder the folder of the broker's files, created and formatted when missing
 * @param port for clients, on the loopback interface; 0 picks a free one
 * @param clusterId in Kafka's own form; null makes one up at the first start and keeps what is there later
 * @param apartFrom ports that are never picked, because others are still to listen on them
 */
public record BrokerSettings(
        Path folder, int port, @Nullable String clusterId, Set<Integer> apartFrom) {

    public BrokerSettings {
        apartFrom = Set.copyOf(apartFrom);
    }

    public static BrokerSettings in(Path folder) {
        return new BrokerSettings(folder, 0, null, Set.of());
    }

    public BrokerSettings withPort(int port) {
        return new BrokerSettings(folder, port, clusterId, apartFrom);
    }

    public BrokerSettings withClusterId(String clusterId) {
        return new BrokerSettings(folder, port, clusterId, apartFrom);
    }

    public BrokerSettings apartFrom(Set<Integer> others) {
        return new BrokerSettings(folder, port, clusterId, others);
    }

    /** What its controller, which listens on a port of its own, must leave alone. */
    Set<Integer> apartFromOwn() {
        Set<Integer> ports = new HashSet<>(apartFrom);
        ports.add(port);
        return ports;
    }

    /** Where clients find it, if the port is given. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }
}
