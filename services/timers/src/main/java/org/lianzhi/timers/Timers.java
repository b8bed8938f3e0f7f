package org.lianzhi.timers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls back when something is due. Nothing is kept here: what is stored elsewhere is looked at when it starts and again
 * every so often, and firing must be a command that changes nothing when it was done before. So it does not matter whether
 * a time passed while the process was down, whether two processes fire at once, or whether the one that was told of
 * something is gone for good.
 */
public final class Timers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Timers.class);

    /** The clock may be set, and it may be one of a test: look at it at least this often. */
    private static final Duration LOOK_AT_LEAST_EVERY = Duration.ofSeconds(1);

    private static final Duration AGAIN_AFTER_FAILURE = Duration.ofSeconds(10);

    /** Key under which looking at what is stored is due itself. */
    private static final String LOOK = "look-again";

    private final Clock clock;
    private final Consumer<String> fire;
    private final PriorityQueue<Entry> heap =
            new PriorityQueue<>(Comparator.comparing(Entry::due).thenComparing(Entry::key));
    private final Map<String, Entry> byKey = new HashMap<>();
    private final Map<String, Instant> fired = new HashMap<>();
    private Runnable look = () -> {};
    private Duration every = Duration.ZERO;
    private @Nullable Thread thread;

    private record Entry(String key, Instant due) {}

    /**
     * Makes timers that do not run yet.
     *
     * @param fire is called with the key on the timers' own thread; where it throws, the key is due again a little later
     */
    public Timers(Clock clock, Consumer<String> fire) {
        this.clock = clock;
        this.fire = fire;
    }

    /**
     * Looks, and runs from then on, also after a close.
     *
     * @param stored what is due when, by key; it may be behind what was set here
     * @param every how often it is looked at
     */
    public void start(Supplier<Map<String, Instant>> stored, Duration every) {
        this.every = every;
        look = () -> {
            tell(stored.get());
            set(LOOK, clock.instant().plus(every));
        };
        look.run();
        run();
    }

    /** What has fired here is not fired again for being stored still. */
    private synchronized void tell(Map<String, Instant> stored) {
        fired.keySet().retainAll(stored.keySet());
        stored.forEach((key, due) -> {
            if (!due.equals(fired.get(key))) {
                set(key, due);
            }
        });
    }

    private synchronized void run() {
        if (!isRunning()) {
            thread = Thread.ofPlatform().name("timers").daemon().start(this::fireForEver);
        }
    }

    /** Whether anything will fire by itself. */
    public synchronized boolean isRunning() {
        return thread != null && thread.isAlive();
    }

    /** Sets a timer; one that is set already under the key is moved. */
    public synchronized void set(String key, Instant due) {
        Entry entry = new Entry(key, due);
        if (entry.equals(byKey.get(key))) {
            return;
        }
        cancel(key);
        byKey.put(key, entry);
        heap.add(entry);
        notifyAll();
    }

    public synchronized void cancel(String key) {
        Entry before = byKey.remove(key);
        if (before != null) {
            heap.remove(before);
        }
    }

    /** How many are set. */
    public synchronized int size() {
        return heap.size();
    }

    /** Fires what is due by now, on the calling thread. */
    public void fireDue() {
        for (Entry due = takeDue(); due != null; due = takeDue()) {
            try {
                fire(due);
            } catch (RuntimeException e) {
                LOG.warn("timer {} could not fire and is set again: {}", due.key(), e.toString());
                setAgain(due.key());
            } catch (Throwable e) {
                // It may be of this key alone, and without this thread no other would ever fire again.
                setAgain(due.key());
                LOG.error("timer {} could not fire and is set again", due.key(), e);
            }
        }
    }

    private void fire(Entry due) {
        if (due.key().equals(LOOK)) {
            look.run();
            return;
        }
        fire.accept(due.key());
        synchronized (this) {
            fired.put(due.key(), due.due());
        }
    }

    private synchronized void setAgain(String key) {
        // It may have been set anew in the meantime: that counts.
        if (!byKey.containsKey(key)) {
            set(key, clock.instant().plus(AGAIN_AFTER_FAILURE));
        }
    }

    private synchronized @Nullable Entry takeDue() {
        Instant now = clock.instant();
        Entry first = first(now);
        if (first == null || first.due().isAfter(now)) {
            return null;
        }
        heap.remove();
        byKey.remove(first.key());
        return first;
    }

    /**
     * What is due first. Where the clock was put back, looking is due at once, else it would not happen for as long as the clock
     * had been ahead; it also moves what is due again after a failure to the time that is stored.
     */
    private @Nullable Entry first(Instant now) {
        Entry looking = byKey.get(LOOK);
        Instant latest = now.plus(every).plus(AGAIN_AFTER_FAILURE);
        if (looking != null && looking.due().isAfter(latest)) {
            set(LOOK, now);
        }
        return heap.peek();
    }

    private void fireForEver() {
        while (awaitDue()) {
            fireDue();
        }
    }

    /** Returns false when closed, though it may have been started again: then another thread runs. */
    private synchronized boolean awaitDue() {
        try {
            while (thread == Thread.currentThread()) {
                Instant now = clock.instant();
                Entry first = first(now);
                Duration left = first == null ? LOOK_AT_LEAST_EVERY : Duration.between(now, first.due());
                if (first != null && !left.isPositive()) {
                    return true;
                }
                wait(Math.max(1, Math.min(left.toMillis(), LOOK_AT_LEAST_EVERY.toMillis())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    @Override
    public synchronized void close() {
        thread = null;
        notifyAll();
    }
}
