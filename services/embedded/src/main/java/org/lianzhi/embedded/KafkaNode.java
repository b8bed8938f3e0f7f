package org.lianzhi.embedded;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of Kafka, started and stopped in threads of its own, for Kafka may end or block the thread it is called in. */
final class KafkaNode {

    private static final Logger log = LoggerFactory.getLogger(KafkaNode.class);

    private static final Duration LONGEST_SHUTDOWN = Duration.ofSeconds(30);

    private final CompletableFuture<@Nullable Void> up = new CompletableFuture<>();
    private final Runnable observer = this::gaveUp;
    private volatile @Nullable KafkaRaftServer server;
    private volatile boolean failed;

    private KafkaNode() {}

    /** Returns when clients are served; throws IllegalStateException when it does not come to that. */
    static KafkaNode start(KafkaConfig config) {
        KafkaNode node = new KafkaNode();
        KafkaExit.observe(node.observer);
        thread("kafka-start", () -> node.run(config)).start();
        try {
            node.up.join();
            return node;
        } catch (CompletionException e) {
            node.stop();
            throw new IllegalStateException("The broker did not start: " + e.getCause(), e.getCause());
        }
    }

    private void run(KafkaConfig config) {
        try {
            KafkaRaftServer created = new KafkaRaftServer(config, Time.SYSTEM);
            server = created;
            created.startup();
            up.complete(null);
        } catch (Throwable e) {
            up.completeExceptionally(e);
        }
    }

    private void gaveUp() {
        failed = true;
        up.completeExceptionally(new IllegalStateException("Kafka gave up, see its log"));
    }

    boolean failed() {
        return failed;
    }

    void stop() {
        KafkaRaftServer started = server;
        if (started != null) {
            Thread stopping = thread("kafka-stop", started::shutdown);
            stopping.start();
            await(stopping);
        }
        KafkaExit.forget(observer);
    }

    private static void await(Thread stopping) {
        try {
            if (!stopping.join(LONGEST_SHUTDOWN)) {
                log.warn("The broker does not stop and is left behind; its data are safe");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Kafka looks up classes by the thread: those of the common pool do not see them when started from a fat jar. */
    private static Thread thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.setContextClassLoader(KafkaNode.class.getClassLoader());
        return thread;
    }
}
