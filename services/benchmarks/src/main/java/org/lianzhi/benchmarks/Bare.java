package org.lianzhi.benchmarks;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianzhi.embedded.BrokerSettings;
import org.lianzhi.embedded.EmbeddedBroker;
import org.lianzhi.embedded.EmbeddedStore;
import org.lianzhi.embedded.StoreSettings;
import org.lianzhi.test.ChildJvm;

/** The same broker and store as in the standalone, in a process of their own, without any service. */
final class Bare implements AutoCloseable {

    private static final String READY = "READY ";

    private final @Nullable ChildJvm process;
    private final String broker;
    private final String storeUri;
    private final MongoClient store;

    private Bare(@Nullable ChildJvm process, String broker, String storeUri) {
        this.process = process;
        this.broker = broker;
        this.storeUri = storeUri;
        this.store = MongoClients.create(storeUri);
    }

    private static Bare of(ChildJvm process) {
        String[] addresses = process.says(READY).split(" ");
        return new Bare(process, addresses[0], addresses[1]);
    }

    /** One that somebody else has started. */
    static Bare at(String broker, String storeUri) {
        return new Bare(null, broker, storeUri);
    }

    static Bare start(Path folder) {
        return of(ChildJvm.start(Parts.class, folder.toString(), "broker", "store"));
    }

    /** Only the store. */
    static Bare store(Path folder) {
        return of(ChildJvm.start(Parts.class, folder.toString(), "store"));
    }

    /** Only the broker. */
    static Bare broker(Path folder) {
        return of(ChildJvm.start(Parts.class, folder.toString(), "broker"));
    }

    /** It does not answer any more, as by SIGSTOP. */
    void pause() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void goOn() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        String pid = Long.toString(Objects.requireNonNull(process).pid());
        new ProcessBuilder("kill", signal, pid).start().waitFor();
    }

    String broker() {
        return broker;
    }

    String storeUri() {
        return storeUri;
    }

    /** With the durability that the services ask for. */
    MongoDatabase database(String name) {
        return store.getDatabase(name).withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    @Override
    public void close() {
        store.close();
        if (process != null) {
            process.close();
        }
    }

    /** Main class of the process. */
    static final class Parts {

        private static final PrintStream OUT = System.out;

        private Parts() {}

        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            Set<String> wanted = Set.of(arguments);
            // Addresses of what is not there are never called.
            String store = wanted.contains("store")
                    ? EmbeddedStore.start(StoreSettings.in(folder.resolve("store")))
                            .uri()
                    : "mongodb://127.0.0.1:1";
            String broker = wanted.contains("broker")
                    ? EmbeddedBroker.start(BrokerSettings.in(folder.resolve("broker")))
                            .bootstrapServers()
                    : "127.0.0.1:1";
            OUT.println(READY + broker + " " + store);
            Waiting.forKill();
        }
    }
}
