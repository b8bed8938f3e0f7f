package org.lianzhi.benchmarks;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.lianzhi.test.Offsets;

/**
 * Knows when all effects of all reports are there: each report and each notice is on its topic, and every group has
 * committed everything.
 */
final class Drained implements AutoCloseable {

    private static final String REPORTS = "internal.reports";
    private static final String NOTICES = "internal.notices";

    private final Admin admin;

    Drained(String broker) {
        this.admin = Admin.create(Map.of("bootstrap.servers", broker));
    }

    /** Returns when so many reports (each with one notice) have had all their effects. */
    void await(long reports) {
        Waiting.until(Duration.ofMillis(20), () -> is(reports));
    }

    private boolean is(long reports) throws InterruptedException, ExecutionException {
        Map<TopicPartition, Long> ends = ends();
        return sum(ends, REPORTS) >= reports && sum(ends, NOTICES) >= reports && Offsets.areTaken(admin, ends);
    }

    /** Whether every group has committed everything that is there now. */
    boolean nothingBehind() throws InterruptedException, ExecutionException {
        return Offsets.areTaken(admin, ends());
    }

    private static long sum(Map<TopicPartition, Long> ends, String topic) {
        return ends.entrySet().stream()
                .filter(end -> end.getKey().topic().endsWith(topic))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private Map<TopicPartition, Long> ends() throws InterruptedException, ExecutionException {
        return Offsets.ends(admin, name -> name.endsWith(REPORTS) || name.endsWith(NOTICES));
    }

    @Override
    public void close() {
        admin.close();
    }
}
