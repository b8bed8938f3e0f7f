package org.lianzhi.embedded;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One commit for all writers that wait: no answer leaves before everything it may rest on is committed.
 *
 * <p>That holds for reads and for refusals too. A reader that saw a write which a crash then takes back, or a writer that was told
 * "duplicate" by it, would answer its own client with a fact that never was.
 *
 * <p>Writers run side by side; a commit shuts them out, so that it contains each command whole or not at all.
 */
final class GroupCommit {

    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();
    private final Runnable commit;
    private final boolean awaited;
    private volatile Batch open = new Batch();

    /** @param commit makes everything written so far durable, or throws; it runs while no writer does */
    GroupCommit(Runnable commit, boolean awaited) {
        this.commit = commit;
        this.awaited = awaited;
    }

    /** Returns the command's answer once it is durable. Throws what the commit threw: the command's effect is then unknown. */
    <T> T write(Supplier<T> command) {
        gate.readLock().lock();
        Batch batch = open;
        batch.written = true;
        try {
            return command.get();
        } finally {
            gate.readLock().unlock();
            if (awaited) {
                settle(batch);
            }
        }
    }

    <T> T read(Supplier<T> command) {
        Batch before = open;
        try {
            return command.get();
        } finally {
            // What was read may be of any batch since: of one that is still open, or that ended meanwhile and failed.
            // But of none that begins from now on: under load there is always another one.
            Batch last = open;
            for (Batch batch = before; batch != null; batch = batch == last ? null : batch.next) {
                settleWritten(batch);
            }
        }
    }

    private void settleWritten(Batch batch) {
        if (awaited && batch.written) {
            settle(batch);
        }
    }

    /** Commits what is open, if anything. */
    void flush() {
        Batch batch = open;
        if (batch.written) {
            settle(batch);
        }
    }

    /**
     * Runs the work while no command writes. Where it fails, what was written and not committed yet may be gone with it: who waits
     * for that is told, because the next commit would know nothing of it.
     */
    <T> T alone(Supplier<T> work) {
        gate.writeLock().lock();
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            Batch lost = begin();
            lost.led.set(true);
            lost.end(e);
            throw e;
        } finally {
            gate.writeLock().unlock();
        }
    }

    /** A new batch; the one that was open before. No command may be writing meanwhile. */
    private Batch begin() {
        Batch before = open;
        Batch next = new Batch();
        before.next = next;
        open = next;
        return before;
    }

    private void settle(Batch batch) {
        if (batch.led.compareAndSet(false, true)) {
            lead(batch);
        }
        try {
            batch.outcome.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /**
     * The first to wait commits for all who came before the gate closed. A batch that was lost while its leader waited at the gate has
     * ended; what is open then is left to its own leader, because a failure would reach nobody who waits for it.
     */
    private void lead(Batch batch) {
        Throwable failure;
        gate.writeLock().lock();
        try {
            if (open != batch) {
                return;
            }
            failure = failureOfCommit();
            begin();
        } finally {
            gate.writeLock().unlock();
        }
        batch.end(failure);
    }

    private @Nullable Throwable failureOfCommit() {
        try {
            commit.run();
            return null;
        } catch (Throwable e) {
            return e;
        }
    }

    private static final class Batch {

        final AtomicBoolean led = new AtomicBoolean();
        final CompletableFuture<@Nullable Void> outcome = new CompletableFuture<>();
        volatile boolean written;
        volatile @Nullable Batch next;

        void end(@Nullable Throwable failure) {
            if (failure == null) {
                outcome.complete(null);
            } else {
                outcome.completeExceptionally(failure);
            }
        }
    }
}
