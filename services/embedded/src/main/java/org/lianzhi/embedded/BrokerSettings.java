package org.lianzhi.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the broker keeps its data and listens.
 *
 * @param folder the folder of the broker's files, created and formatted when missing
 * @param port for clients, on the loopback interface; 0 picks a free one
 * @param clusterId in Kafka's own form; null makes one up at the first start and keeps what is there later
 */
public record BrokerSettings(
        Path folder, int port, @Nullable String clusterId) {

    public static BrokerSettings in(Path folder) {
        return new BrokerSettings(folder, 0, null);
    }

    public BrokerSettings withPort(int port) {
        return new BrokerSettings(folder, port, clusterId);
    }

    public BrokerSettings withClusterId(String clusterId) {
        return new BrokerSettings(folder, port, clusterId);
    }

    /** Where clients find it, if the port is given. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }
}
