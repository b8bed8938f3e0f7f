package org.lianzhi.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/** Makes a folder one that Kafka accepts, once. */
final class BrokerFormat {

    private static final String PROPERTIES = "meta.properties";

    private BrokerFormat() {}

    static void ensure(Path folder, @Nullable String clusterId) {
        if (Files.exists(folder.resolve(PROPERTIES))) {
            requireSameCluster(folder, clusterId);
            return;
        }
        try {
            format(folder, clusterId == null ? Uuid.randomUuid().toString() : clusterId);
        } catch (IOException e) {
            throw new DataFolderProblem(
                    DataFolderProblem.Code.NOT_WRITABLE, "Cannot write in " + folder + ": check owner and rights.", e);
        } catch (Exception e) {
            throw new IllegalStateException("The broker's folder " + folder + " cannot be formatted.", e);
        }
    }

    private static void format(Path folder, String clusterId) throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setClusterId(clusterId)
                .setNodeId(BrokerProperties.NODE)
                .setControllerListenerName(BrokerProperties.CONTROLLER)
                .setMetadataLogDirectory(folder.toString())
                .addDirectory(folder.toString())
                .run();
    }

    private static void requireSameCluster(Path folder, @Nullable String clusterId) {
        Properties found = new Properties();
        try (InputStream in = Files.newInputStream(folder.resolve(PROPERTIES))) {
            found.load(in);
        } catch (IllegalArgumentException e) {
            throw damaged(folder, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String id = found.getProperty("cluster.id");
        if (id == null || clusterId != null && !id.equals(clusterId)) {
            throw damaged(folder, null);
        }
    }

    static DataFolderProblem damaged(Path folder, @Nullable Throwable cause) {
        return new DataFolderProblem(
                DataFolderProblem.Code.DAMAGED,
                "The broker's files in " + folder
                        + " are damaged or belong to other data: restore a backup, or reset the data folder.",
                cause);
    }
}
