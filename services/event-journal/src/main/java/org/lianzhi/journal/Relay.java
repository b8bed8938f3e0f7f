package org.lianzhi.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sends commits to the broker: in version order within a stream, many streams at once, and marks a commit only after the
 * broker acknowledged all of its events. Everything but the broker's callbacks and the writing of marks happens on one
 * thread, so there is no lock; a commit is handed over in memory and, if that was missed, found by a sweep.
 *
 * <p>Two relays at once are harmless: first deliveries of a stream stay in order, repetitions are dropped by consumers.
 */
public final class Relay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final Duration SWEEP_AGAIN = Duration.ofSeconds(10);
    private static final List<Duration> LOOK_AGAIN = List.of(Duration.ofSeconds(10), Duration.ofMinutes(1));
    /** A little longer than the producer waits for the broker. */
    private static final Duration STOPPED_AFTER = Duration.ofSeconds(25);

    private static final Duration MARK_AGAIN = Duration.ofSeconds(1);
    private static final Duration RESENT_IS_LOOKED_AT = Duration.ofMillis(50);

    private static final int MARKS_AT_ONCE = 5000;
    static final int READ_AT_ONCE = 5000;
    private static final int KEPT_LANES = 50_000;

    /** While the broker is away commits are read from the journal again rather than kept. */
    private static final int KEPT_COMMITS = 20_000;

    private final RelayMarks marks;
    private final Sending sending;
    private final Clock clock;
    private final @Nullable Duration sweepEvery;

    private final Map<StreamId, Lane> lanes = new HashMap<>();
    private final Set<Lane> busy = new LinkedHashSet<>();
    /** By id of their document: what the broker has and the journal does not say yet. */
    private final Map<String, Commit> acknowledged = new LinkedHashMap<>();

    private final Traffic traffic = new Traffic();
    private volatile Backlog backlog = Backlog.NONE;
    private volatile @Nullable Instant looked;

    private @Nullable ScheduledExecutorService thread;
    private @Nullable ExecutorService marker;
    private boolean marking;
    private int tidyAt = KEPT_LANES;
    private volatile boolean running;
    /** Nothing is sent any more, but acknowledgements of what was sent still count. */
    private boolean stopping;

    /** @param sweepEvery null on a store on which the search for unrelayed commits reads everything: then only at start */
    Relay(RelayMarks marks, Sending sending, Clock clock, @Nullable Duration sweepEvery) {
        this.marks = marks;
        this.sending = sending;
        this.clock = clock;
        this.sweepEvery = sweepEvery;
    }

    /**
     * What waits to be sent or acknowledged, as far as this relay knows.
     *
     * @param streams that have such commits
     * @param parked of these, how many the broker refuses for a reason that waiting does not mend
     * @param oldest since when the one that waits longest does; null when none waits
     */
    public record Backlog(int streams, int parked, @Nullable Instant oldest) {

        static final Backlog NONE = new Backlog(0, 0, null);

        /** How long the oldest one has waited; zero when none waits, or on a clock that went back. */
        public Duration age(Instant now) {
            return oldest == null || oldest.isAfter(now) ? Duration.ZERO : Duration.between(oldest, now);
        }
    }

    public Backlog backlog() {
        return backlog;
    }

    /** How old that is: of a relay that no longer looks nobody knows what waits. Zero before the start. */
    Duration backlogAsOf(Instant now) {
        Instant last = looked;
        return last == null || last.isAfter(now) ? Duration.ZERO : Duration.between(last, now);
    }

    /** Takes over a durable commit. Never blocks the one who appended it. */
    void offer(Commit commit) {
        traffic.submit(() -> lane(commit.stream()).known(commit));
    }

    /**
     * Looks for a commit of which nobody knows whether it is in the journal: the answer to its insert was lost. It may
     * still be under way, so once is not enough; without this it would wait for a sweep, or for the next start.
     */
    void lookFor(StreamId stream, long version) {
        Runnable look = () -> lane(stream).perhaps(version);
        traffic.submit(look);
        LOOK_AGAIN.forEach(pause -> traffic.later(look, pause));
    }

    /** Sends a stream again from a version on, because a consumer missed something. */
    void republish(StreamId stream, long fromVersion) {
        traffic.submit(() -> lane(stream).again(fromVersion));
    }

    /**
     * Sends whole streams again. They go side by side, so who has many gives a few at a time: what is appended meanwhile
     * waits behind them.
     *
     * @param last version of each stream
     * @param done told when the broker has all of them, but for those that it refuses
     */
    void resend(Map<StreamId, Long> last, Runnable done) {
        traffic.submit(() -> {
            List<Lane> some = new ArrayList<>();
            last.forEach((stream, version) -> {
                Lane lane = lane(stream);
                lane.whole(version);
                some.add(lane);
            });
            pump(some);
            whenSent(new LinkedHashSet<>(some), done);
        });
    }

    private void whenSent(Set<Lane> underWay, Runnable done) {
        underWay.removeIf(lane -> lane.idle() || lane.parked());
        if (underWay.isEmpty()) {
            done.run();
        } else {
            traffic.later(() -> whenSent(underWay, done), RESENT_IS_LOOKED_AT);
        }
    }

    private Lane lane(StreamId stream) {
        if (lanes.size() > tidyAt) {
            lanes.values().removeIf(Lane::idle);
            // After a long outage all may be busy: looking through them again for each new one would take for ever.
            tidyAt = Math.max(KEPT_LANES, 2 * lanes.size());
        }
        return lanes.computeIfAbsent(stream, id -> new Lane(id, marks, sending, clock, traffic));
    }

    /** Finds what was appended but never marked: after a crash, or by an instance that is gone. */
    private void sweep() {
        List<RelayMarks.Unrelayed> found = new ArrayList<>();
        // All of them first: a lane that knew of a later one and not of an earlier one would begin with the later one.
        marks.unrelayed(found::add);
        // Its mark is under way: sending it again would only make consumers drop it.
        found.removeIf(commit -> acknowledged.containsKey(Commit.documentId(commit.stream(), commit.version())));
        found.forEach(commit -> lane(commit.stream()).unrelayed(commit.version(), commit.since()));
        if (!found.isEmpty()) {
            LOG.info("relay: {} commits had not been relayed", found.size());
        }
        // A lane that is done leaves the set while we go through it.
        pump(List.copyOf(busy));
    }

    /**
     * A backlog has thousands of streams with a commit or two: their commits are read in few accesses. In pieces, so that
     * what the broker acknowledges meanwhile makes room.
     */
    private void pump(List<Lane> backlogged) {
        List<Lane> some = backlogged.subList(0, Math.min(READ_AT_ONCE, backlogged.size()));
        try {
            if (some.size() > 1) {
                marks.find(some.stream().map(Lane::nextId).toList())
                        .forEach(commit -> lane(commit.stream()).readAhead(commit));
            }
        } catch (RuntimeException e) {
            LOG.warn("relay: {} streams wait for the store: {}", backlogged.size(), e.toString());
            traffic.later(() -> pump(backlogged), SWEEP_AGAIN);
            return;
        }
        some.forEach(Lane::pump);
        if (some.size() < backlogged.size()) {
            List<Lane> rest = backlogged.subList(some.size(), backlogged.size());
            traffic.submit(() -> pump(rest));
        }
    }

    private void tick() {
        backlog = new Backlog(
                busy.size(),
                (int) busy.stream().filter(Lane::parked).count(),
                busy.stream().map(Lane::waitsSince).min(Instant::compareTo).orElse(null));
        looked = clock.instant();
        mark();
    }

    /** On a thread of its own: while the store makes marks durable, publishing goes on. */
    private void mark() {
        ExecutorService executor = marker;
        if (executor == null || marking || acknowledged.isEmpty()) {
            return;
        }
        List<Commit> batch = acknowledged.values().stream().limit(MARKS_AT_ONCE).toList();
        marking = true;
        executor.execute(() -> {
            if (marked(batch)) {
                traffic.submit(() -> {
                    marking = false;
                    batch.forEach(commit -> acknowledged.remove(commit.documentId()));
                });
            } else {
                traffic.later(() -> marking = false, MARK_AGAIN);
            }
        });
    }

    private boolean marked(List<Commit> batch) {
        try {
            marks.mark(batch, clock.instant());
            return true;
        } catch (RuntimeException | Error e) {
            LOG.warn("relay: {} marks are tried again: {}", batch.size(), e.toString());
            return false;
        }
    }

    /** What was acknowledged while stopping would otherwise be sent once more at the next start. */
    private void markTheLast() {
        if (!acknowledged.isEmpty() && marked(List.copyOf(acknowledged.values()))) {
            acknowledged.clear();
        }
    }

    @Override
    public void start() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("relay").daemon().factory());
        // When it stops, what is due is done; a stream that waits for its next try is not waited for.
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        marker = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("relay-marks").daemon().factory());
        // Lanes of an earlier run wait for answers that nobody gives any more: the sweep finds what they had.
        lanes.clear();
        busy.clear();
        traffic.kept = 0;
        looked = clock.instant();
        marking = false;
        stopping = false;
        thread = executor;
        running = true;
        executor.execute(guarded(this::sweepAtStart));
        executor.scheduleWithFixedDelay(guarded(this::tick), 20, 20, TimeUnit.MILLISECONDS);
        if (sweepEvery != null) {
            executor.scheduleWithFixedDelay(
                    guarded(this::sweep), sweepEvery.toMillis(), sweepEvery.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** The store may be away at start: the sweep is too important to be given up. */
    private void sweepAtStart() {
        try {
            marks.index();
            sweep();
        } catch (RuntimeException e) {
            LOG.warn("relay: the store does not answer, the sweep is tried again: {}", e.toString());
            traffic.later(this::sweepAtStart, SWEEP_AGAIN);
        }
    }

    /** What was handed over before is sent; the answers come behind it, and then their marks are written. */
    private void sendTheLast(ExecutorService executor) {
        stopping = true;
        try {
            sending.flush();
        } finally {
            executor.execute(guarded(this::markTheLast));
            executor.shutdown();
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService executor = thread;
        if (executor == null || executor.isShutdown()) {
            return;
        }
        executor.execute(guarded(() -> sendTheLast(executor)));
        try {
            if (!executor.awaitTermination(STOPPED_AFTER.toSeconds(), TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (marker != null) {
            marker.shutdown();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the consumers and the web server have stopped, so that nothing is appended any more. */
    @Override
    public int getPhase() {
        return -1000;
    }

    /** What is done again and again would never be done again after anything it throws, an error too. */
    private static Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                LOG.warn("relay: {}", e.toString());
            }
        };
    }

    /** The one thread, and what the lanes share. */
    private final class Traffic implements Lane.Traffic {

        private int kept;

        @Override
        public void submit(Runnable work) {
            later(work, Duration.ZERO);
        }

        @Override
        public void later(Runnable work, Duration pause) {
            ScheduledExecutorService executor = thread;
            if (executor == null) {
                return;
            }
            try {
                executor.schedule(guarded(work), pause.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                LOG.debug("the relay stops; the sweep at the next start finds what is left");
            }
        }

        @Override
        public boolean maySend() {
            return !stopping;
        }

        @Override
        public void busy(Lane lane) {
            busy.add(lane);
        }

        @Override
        public void done(Lane lane) {
            busy.remove(lane);
        }

        @Override
        public void acknowledged(Commit commit) {
            acknowledged.put(commit.documentId(), commit);
        }

        @Override
        public boolean mayKeep() {
            return kept < KEPT_COMMITS;
        }

        @Override
        public void kept(int more) {
            kept += more;
        }
    }
}
