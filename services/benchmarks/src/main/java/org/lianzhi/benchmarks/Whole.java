package org.lianzhi.benchmarks;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.lianzhi.test.RunningLianzhi;

/** The standalone in a process of its own, and ways past it to its broker and store. */
final class Whole implements AutoCloseable {

    /** Less than this share of one processor: nothing is going on but what always goes on. */
    private static final double AT_REST = 0.15;

    private static final Duration WINDOW = Duration.ofMillis(400);
    private static final Duration LONGEST_UNREST = Duration.ofMinutes(3);

    private final RunningLianzhi lianzhi;
    private final Map<String, String> addresses;
    private final MongoClient store;

    private Whole(RunningLianzhi lianzhi) {
        this.lianzhi = lianzhi;
        this.addresses = lianzhi.addresses();
        this.store = MongoClients.create(address("store"));
    }

    static Whole start(Path folder, String... jvmOptions) {
        RunningLianzhi lianzhi = new RunningLianzhi(folder, List.of(jvmOptions));
        lianzhi.start();
        return new Whole(lianzhi);
    }

    String address(String part) {
        return Objects.requireNonNull(addresses.get(part), part);
    }

    RunningLianzhi process() {
        return lianzhi;
    }

    /** The database of a service, with the durability that the services ask for. */
    MongoDatabase database(String service) {
        return store.getDatabase(service).withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    /** Waits until what was begun has been worked off, so that it does not disturb the next measurement. */
    void comesToRest() {
        Awaitility.await("the standalone comes to rest")
                .atMost(LONGEST_UNREST)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> load() < AT_REST);
    }

    private double load() throws InterruptedException {
        Duration before = processorTime();
        long begin = System.nanoTime();
        Thread.sleep(WINDOW);
        return (double) processorTime().minus(before).toNanos() / (System.nanoTime() - begin);
    }

    private Duration processorTime() {
        return ProcessHandle.of(lianzhi.pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow();
    }

    @Override
    public void close() {
        store.close();
        lianzhi.close();
    }
}
