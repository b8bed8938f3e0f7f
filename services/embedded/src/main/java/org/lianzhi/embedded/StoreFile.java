package org.lianzhi.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file with all documents, and what happens when it cannot be written.
 *
 * <p>After a commit or a tidying that failed the uncommitted changes are gone: the file is opened again as of the last commit, and
 * reads go on. After a failed commit writes are refused for a second, then the next one tries. So the store recovers by itself once
 * there is space again.
 */
final class StoreFile {

    private static final Logger log = LoggerFactory.getLogger(StoreFile.class);

    private static final long REFUSAL_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final @Nullable Path data;
    private final @Nullable CommitMark mark;
    private final boolean forced;
    private final AtomicLong commits = new AtomicLong();
    private volatile @Nullable SnapshotBackend backend;
    private volatile @Nullable Refusal refusal;

    private record Refusal(String reason, long until) {}

    private StoreFile(@Nullable Path data, @Nullable CommitMark mark, boolean forced) {
        this.data = data;
        this.mark = mark;
        this.forced = forced;
    }

    static StoreFile open(StoreSettings settings) {
        Path folder = settings.folder();
        boolean forced = settings.durability() == Durability.POWER_LOSS;
        StoreFile file = folder == null
                ? new StoreFile(null, null, false)
                : new StoreFile(folder.resolve("data.mv"), openMark(folder), forced);
        try {
            file.backend = file.opened();
        } catch (RuntimeException e) {
            file.closeMark();
            throw e;
        }
        return file;
    }

    private static CommitMark openMark(Path folder) {
        try {
            Files.createDirectories(folder);
            return CommitMark.open(folder.resolve("data.mark"));
        } catch (IOException e) {
            throw new DataFolderProblem(
                    DataFolderProblem.Code.NOT_WRITABLE, "Cannot write in " + folder + ": check owner and rights.", e);
        }
    }

    private SnapshotBackend opened() {
        return MvFile.open(data, mark == null ? 0 : mark.read());
    }

    /** Throws when the file could not be opened again after a failure. */
    SnapshotBackend backend() {
        SnapshotBackend current = backend;
        if (current == null) {
            throw new NotDurable("the store is closed after a failure; it is opened again as soon as that is possible");
        }
        return current;
    }

    /** Throws right after a failed commit, so that not every writer has to wait for the same failure again. */
    void requireWritable() {
        Refusal current = refusal;
        if (current != null && System.nanoTime() - current.until < 0) {
            throw new NotDurable(current.reason);
        }
    }

    /** Makes all changes so far durable or throws. No command may be writing meanwhile. */
    void commit() {
        try {
            commit(backend().getMvStore());
            refusal = null;
        } catch (RuntimeException e) {
            String reason = "the write could not be made durable and may be lost: " + root(e);
            log.error("{}: {}; writes are refused until a commit succeeds", data, reason);
            refusal = new Refusal(reason, System.nanoTime() + REFUSAL_NANOS);
            throw openedAgain(reason);
        }
    }

    /** Any failure may have closed the store or left it in between: it is opened again as of the last commit. */
    private NotDurable openedAgain(String reason) {
        drop();
        recover();
        return new NotDurable(reason);
    }

    private void commit(MVStore store) {
        long version = store.commit();
        commits.incrementAndGet();
        if (version > 0 && mark != null) {
            if (forced) {
                store.sync();
            }
            mark.write(version);
        }
    }

    /** How many commits there were so far. */
    long commits() {
        return commits.get();
    }

    /** Opens the file again after a failure where that is still to be done. No command may be writing meanwhile. */
    void recover() {
        if (backend == null) {
            try {
                backend = opened();
            } catch (RuntimeException e) {
                log.error("{} cannot be opened again yet: {}", data, root(e));
            }
        }
    }

    /**
     * Moves a little of what is still needed out of sparsely used parts of the file, so that these can be used again. No command may be
     * writing meanwhile.
     *
     * @param busy only does the most necessary
     * @return whether anything was done
     */
    boolean tidy(boolean busy) {
        SnapshotBackend current = backend;
        if (current == null || !Tidying.isNeeded(current.getMvStore(), busy)) {
            return false;
        }
        try {
            Tidying.step(current.getMvStore());
        } catch (RuntimeException e) {
            // Small writes may still have room: none is refused for this.
            String reason = "the file could not be tidied: " + root(e);
            log.error("{}: {}", data, reason);
            throw openedAgain(reason);
        }
        commit();
        return true;
    }

    private void drop() {
        SnapshotBackend broken = backend;
        backend = null;
        if (broken != null) {
            broken.getMvStore().closeImmediately();
        }
    }

    /** No command may be running any more. */
    void close() {
        try {
            SnapshotBackend current = backend;
            if (current != null) {
                current.close();
            }
        } finally {
            closeMark();
        }
    }

    private void closeMark() {
        if (mark != null) {
            mark.close();
        }
    }

    private static String root(Throwable e) {
        Throwable cause = e.getCause();
        return cause == null ? String.valueOf(e.getMessage()) : root(cause);
    }
}
