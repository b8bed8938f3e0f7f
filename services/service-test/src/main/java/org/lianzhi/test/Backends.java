package org.lianzhi.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.lianzhi.embedded.BrokerSettings;
import org.lianzhi.embedded.EmbeddedBroker;
import org.lianzhi.embedded.EmbeddedStore;
import org.lianzhi.embedded.StoreSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * A real broker and a store for the tests of one JVM: containers where a Docker engine answers and has the images,
 * else the embedded ones. Nothing is ever pulled. The names of topics are fixed, so tests of one JVM share them; each test
 * uses ids and a database of its own.
 *
 * @param brokers bootstrap servers
 * @param store connection string
 */
public record Backends(String brokers, String store) {

    private static final Logger LOG = LoggerFactory.getLogger(Backends.class);
    private static final String KAFKA_IMAGE = "apache/kafka:4.3.1";
    private static final String MONGO_IMAGE = "mongo:8.0";

    private static final class Holder {
        private static final Backends STARTED = start();
    }

    /** Started at the first call; stopped when the JVM ends. */
    public static Backends started() {
        return Holder.STARTED;
    }

    private static Backends start() {
        if (hasImages(KAFKA_IMAGE, MONGO_IMAGE)) {
            LOG.info("backends: containers {} and {}", KAFKA_IMAGE, MONGO_IMAGE);
            return containers();
        }
        LOG.info("backends: embedded broker and store, because no Docker engine with the images answers");
        return embedded();
    }

    /**
     * A replica set of real servers, for what the embedded store is not; empty where no Docker engine has the image. Started
     * at each call; stopped when the JVM ends.
     */
    @SuppressWarnings("resource")
    public static Optional<String> replicaSet() {
        if (!hasImages(MONGO_IMAGE)) {
            return Optional.empty();
        }
        MongoDBContainer mongo = new MongoDBContainer(MONGO_IMAGE).withReplicaSet();
        mongo.start();
        atEnd(mongo::stop);
        return Optional.of(mongo.getConnectionString());
    }

    private static boolean hasImages(String... images) {
        try {
            if (!DockerClientFactory.instance().isDockerAvailable()) {
                return false;
            }
            for (String image : images) {
                DockerClientFactory.lazyClient().inspectImageCmd(image).exec();
            }
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    @SuppressWarnings("resource")
    private static Backends containers() {
        KafkaContainer kafka = new KafkaContainer(KAFKA_IMAGE);
        MongoDBContainer mongo = new MongoDBContainer(MONGO_IMAGE).withReplicaSet();
        kafka.start();
        mongo.start();
        atEnd(kafka::stop);
        atEnd(mongo::stop);
        return new Backends(kafka.getBootstrapServers(), mongo.getConnectionString());
    }

    private static Backends embedded() {
        Path folder = temporaryFolder();
        EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(folder));
        EmbeddedStore store = EmbeddedStore.start(StoreSettings.inMemory());
        atEnd(() -> {
            store.close();
            broker.close();
            delete(folder);
        });
        return new Backends(broker.bootstrapServers(), store.uri());
    }

    private static void atEnd(Runnable work) {
        Runtime.getRuntime().addShutdownHook(new Thread(work, "stop backends"));
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("lianzhi-broker");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            LOG.debug("left behind: {}", folder);
        }
    }
}
