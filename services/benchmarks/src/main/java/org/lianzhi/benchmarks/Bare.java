package org.lianzhi.benchmarks;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.lianzhi.embedded.BrokerSettings;
import org.lianzhi.embedded.EmbeddedBroker;
import org.lianzhi.embedded.EmbeddedStore;
import org.lianzhi.embedded.StoreSettings;
import org.lianzhi.test.ChildJvm;

/** The same broker and store as in the standalone, in a process of their own, without any service. */
final class Bare implements AutoCloseable {

    private static final String READY = "READY ";

    private final ChildJvm process;
    private final String broker;
    private final String storeUri;
    private final MongoClient store;

    private Bare(ChildJvm process, String broker, String storeUri) {
        this.process = process;
        this.broker = broker;
        this.storeUri = storeUri;
        this.store = MongoClients.create(storeUri);
    }

    static Bare start(Path folder) {
        ChildJvm child = ChildJvm.start(Parts.class, folder.toString());
        String[] addresses = child.says(READY).split(" ");
        return new Bare(child, addresses[0], addresses[1]);
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
        process.close();
    }

    /** Main class of the process. */
    static final class Parts {

        private static final PrintStream OUT = System.out;

        private Parts() {}

        public static void main(String[] arguments) throws InterruptedException {
            Path folder = Path.of(arguments[0]);
            EmbeddedStore store = EmbeddedStore.start(StoreSettings.in(folder.resolve("store")));
            EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(folder.resolve("broker")));
            OUT.println(READY + broker.bootstrapServers() + " " + store.uri());
            new CountDownLatch(1).await();
        }
    }
}
