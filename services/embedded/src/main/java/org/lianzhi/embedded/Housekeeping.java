package org.lianzhi.embedded;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens beside the commands, once a second: a failed file is opened again, and space in the file is gained back. */
final class Housekeeping implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);

    private static final long INTERVAL_MILLIS = 1000;

    /** A fifth of the time at most, in steps between which writers have their turn. */
    private static final long TIDYING_NANOS = TimeUnit.MILLISECONDS.toNanos(INTERVAL_MILLIS / 5);

    /** More commits than this in an interval are load. */
    private static final long BUSY_COMMITS = 100;

    private final StoreFile file;
    private final GroupCommit commits;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "store-housekeeping"));
    private long commitsBefore;

    private Housekeeping(StoreFile file, GroupCommit commits) {
        this.file = file;
        this.commits = commits;
    }

    static Housekeeping start(StoreFile file, GroupCommit commits) {
        Housekeeping housekeeping = new Housekeeping(file, commits);
        housekeeping.timer.scheduleWithFixedDelay(
                housekeeping::tick, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
        return housekeeping;
    }

    private void tick() {
        try {
            commits.alone(() -> {
                file.recover();
                return false;
            });
            commits.flush();
            tidy();
        } catch (RuntimeException e) {
            log.warn("Housekeeping of the store failed, it is tried again: {}", e.getMessage());
        }
    }

    private void tidy() {
        boolean busy = file.commits() - commitsBefore > BUSY_COMMITS;
        long end = System.nanoTime() + TIDYING_NANOS;
        while (System.nanoTime() - end < 0 && commits.alone(() -> file.tidy(busy))) {}
        commitsBefore = file.commits();
    }

    @Override
    public void close() {
        timer.close();
    }
}
