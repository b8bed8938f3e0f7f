package org.lianzhi.embedded;

import java.util.Set;
import kafka.server.KafkaConfig;

/**
 * A real Kafka broker and its controller, in this JVM, on the loopback interface only.
 *
 * <p>An acknowledged record is on the disk: it survives the death of the process and a loss of power.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final int ATTEMPTS = 3;

    private final FolderLock lock;
    private final KafkaNode node;
    private final BrokerSettings settings;

    private EmbeddedBroker(FolderLock lock, KafkaNode node, BrokerSettings settings) {
        this.lock = lock;
        this.node = node;
        this.settings = settings;
    }

    /**
     * Formats the folder where that is still to be done, starts the broker and returns when it serves clients, after some seconds.
     *
     * @throws DataFolderProblem when the files are in use, cannot be written or are damaged
     * @throws PortTaken when something else listens on the port
     */
    public static EmbeddedBroker start(BrokerSettings settings) {
        FolderLock lock = FolderLock.of(settings.folder());
        try {
            BrokerFormat.ensure(settings.folder(), settings.clusterId());
            return start(settings, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** A picked port may be taken by somebody faster; then others are picked. */
    private static EmbeddedBroker start(BrokerSettings settings, FolderLock lock) {
        for (int attempt = 1; ; attempt++) {
            BrokerSettings chosen = settings.port() == 0 ? settings.withPort(pick(settings.apartFrom())) : settings;
            int port = chosen.port();
            int controllerPort = pick(chosen.apartFromOwn());
            Ports.requireFree(port);
            KafkaConfig config = new KafkaConfig(BrokerProperties.of(settings.folder(), port, controllerPort), false);
            try {
                return new EmbeddedBroker(lock, KafkaNode.start(config), chosen);
            } catch (IllegalStateException e) {
                if (attempt == ATTEMPTS || Ports.areFree(port, controllerPort)) {
                    throw e;
                }
            }
        }
    }

    private static int pick(Set<Integer> apartFrom) {
        return Ports.pick(1, apartFrom).getFirst();
    }

    /** For clients: host and port. */
    public String bootstrapServers() {
        return settings.bootstrapServers();
    }

    public int port() {
        return settings.port();
    }

    /** Whether Kafka has given up, for instance on a full disk. Then close this one and start another with the same port. */
    public boolean failed() {
        return node.failed();
    }

    @Override
    public void close() {
        node.stop();
        lock.close();
    }
}
