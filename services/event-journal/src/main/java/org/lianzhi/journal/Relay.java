package org.lianzhi.journal;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * Sends commits to the broker: in version order within a stream, many streams at once, and marks a commit only after the
 * broker acknowledged all of its events. Everything but the broker's callbacks happens on one thread, so there is no
 * lock; a commit is handed over in memory and, if that was missed, found by a sweep.
 *
 * <p>Two relays at once are harmless: first deliveries of a stream stay in order, repetitions are dropped by consumers.
 */
final class Relay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final int MARKS_AT_ONCE = 500;
    private static final int KEPT_LANES = 50_000;

    private final MongoCollection<Document> journal;
    private final Producer<String, byte[]> producer;
    private final Topics topics;
    private final String source;
    private final Clock clock;
    private final @Nullable Duration sweepEvery;

    private final Map<StreamId, Lane> lanes = new HashMap<>();
    private final List<Commit> acknowledged = new ArrayList<>();
    private final Set<Lane> busy = new LinkedHashSet<>();
    private volatile Backlog backlog = Backlog.NONE;
    private @Nullable ScheduledExecutorService thread;
    private volatile boolean running;

    /** @param sweepEvery null on a store on which the search for unrelayed commits reads everything: then only at start */
    Relay(
            MongoDatabaseFactory database,
            Producer<String, byte[]> producer,
            Topics topics,
            String source,
            Clock clock,
            @Nullable Duration sweepEvery) {
        this.journal = MongoJournal.durable(database.getMongoDatabase().getCollection(CommitDocuments.COLLECTION));
        this.producer = producer;
        this.topics = topics;
        this.source = source;
        this.clock = clock;
        this.sweepEvery = sweepEvery;
    }

    /**
     * What waits to be sent or acknowledged, as far as this relay knows.
     *
     * @param streams that have such commits
     * @param oldest since when the one that waits longest does; null when none waits
     */
    record Backlog(int streams, @Nullable Instant oldest) {
        static final Backlog NONE = new Backlog(0, null);
    }

    Backlog backlog() {
        return backlog;
    }

    /** Takes over a durable commit. Never blocks the one who appended it. */
    void offer(Commit commit) {
        submit(() -> lane(commit.stream()).known(commit));
    }

    /** Sends a stream again from a version on, because a consumer missed something. */
    void republish(StreamId stream, long fromVersion) {
        submit(() -> lane(stream).again(fromVersion));
    }

    private void submit(Runnable work) {
        ScheduledExecutorService executor = thread;
        if (executor == null || !running) {
            return;
        }
        try {
            executor.execute(guarded(work));
        } catch (RejectedExecutionException e) {
            LOG.debug("the relay stops; the sweep at the next start finds what is left");
        }
    }

    private static Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.warn("relay: {}", e.toString());
            }
        };
    }

    private Lane lane(StreamId stream) {
        if (lanes.size() > KEPT_LANES) {
            lanes.values().removeIf(Lane::idle);
        }
        return lanes.computeIfAbsent(stream, Lane::new);
    }

    /** Finds what was appended but never marked: after a crash, or by an instance that is gone. */
    private void sweep() {
        int found = 0;
        for (Document document : journal.find(Filters.eq(CommitDocuments.RELAYED_AT, null))
                .projection(Projections.include("streamId", "version"))) {
            found++;
            lane(StreamId.parse(document.getString("streamId"))).unrelayed(document.getLong("version"));
        }
        if (found > 0) {
            LOG.info("relay: {} commits had not been relayed", found);
        }
        lanes.values().forEach(Lane::pump);
    }

    private void tick() {
        backlog = new Backlog(
                busy.size(),
                busy.stream()
                        .map(lane -> lane.waitsSince)
                        .min(Instant::compareTo)
                        .orElse(null));
        mark();
    }

    private void mark() {
        if (acknowledged.isEmpty()) {
            return;
        }
        List<Commit> batch = acknowledged.subList(0, Math.min(MARKS_AT_ONCE, acknowledged.size()));
        List<WriteModel<Document>> marks = new ArrayList<>();
        for (Commit commit : batch) {
            marks.add(new UpdateOneModel<>(
                    Filters.eq("_id", commit.documentId()),
                    Updates.set(CommitDocuments.RELAYED_AT, Date.from(clock.instant()))));
        }
        journal.bulkWrite(marks);
        batch.clear();
        if (!acknowledged.isEmpty()) {
            submit(this::mark);
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("relay").daemon().factory());
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
            sweep();
        } catch (RuntimeException e) {
            LOG.warn("relay: the store does not answer, the sweep is tried again: {}", e.toString());
            later(this::sweepAtStart, LONGEST_PAUSE);
        }
    }

    private void later(Runnable work, Duration pause) {
        ScheduledExecutorService executor = thread;
        if (executor != null && running) {
            executor.schedule(guarded(work), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService executor = thread;
        if (executor == null) {
            return;
        }
        executor.execute(() -> running = false);
        producer.flush();
        executor.execute(guarded(this::mark));
        executor.shutdown();
        try {
            if (!executor.awaitTermination(5, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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

    /** The commits of one stream on their way: one at a time, the next after the broker's acknowledgement. */
    private final class Lane {

        private final StreamId stream;
        private final NavigableMap<Long, Commit> waiting = new TreeMap<>();
        /** Everything up to here is acknowledged; -1 as long as that is not known. */
        private long relayed = -1;

        private long highest;
        private boolean inFlight;
        private int attempt;
        private Instant waitsSince = Instant.EPOCH;
        private Duration pause = FIRST_PAUSE;

        Lane(StreamId stream) {
            this.stream = stream;
        }

        boolean idle() {
            return !inFlight && relayed >= highest;
        }

        void known(Commit commit) {
            if (commit.version() <= relayed) {
                return;
            }
            waiting.put(commit.version(), commit);
            reach(commit.version());
            pump();
        }

        void unrelayed(long version) {
            relayed = relayed < 0 ? version - 1 : Math.min(relayed, version - 1);
            reach(version);
        }

        void again(long fromVersion) {
            relayed = Math.max(0, fromVersion - 1);
            reach(lastVersion(fromVersion));
            pump();
        }

        private void reach(long version) {
            highest = Math.max(highest, version);
            if (busy.add(this)) {
                waitsSince = clock.instant();
            }
        }

        void pump() {
            if (inFlight || !running) {
                return;
            }
            if (relayed >= highest) {
                busy.remove(this);
                return;
            }
            try {
                if (relayed < 0) {
                    relayed = lastRelayedBefore(waiting.isEmpty() ? highest : waiting.firstKey());
                }
                Commit next = next();
                if (next == null) {
                    highest = relayed;
                    busy.remove(this);
                    return;
                }
                send(next);
            } catch (RuntimeException e) {
                failed(e);
            }
        }

        private @Nullable Commit next() {
            Commit handed = waiting.remove(relayed + 1);
            if (handed != null) {
                return handed;
            }
            Document document = journal.find(Filters.eq("_id", Commit.documentId(stream, relayed + 1)))
                    .first();
            return document == null ? null : CommitDocuments.read(document);
        }

        /** The commit before may belong to an instance that died: nothing may overtake it. */
        private long lastRelayedBefore(long version) {
            long candidate = version - 1;
            while (candidate > 0 && !isMarked(candidate)) {
                candidate--;
            }
            return candidate;
        }

        private boolean isMarked(long version) {
            Document document = journal.find(Filters.eq("_id", Commit.documentId(stream, version)))
                    .projection(Projections.include(CommitDocuments.RELAYED_AT))
                    .first();
            return document != null && document.get(CommitDocuments.RELAYED_AT) != null;
        }

        private long lastVersion(long from) {
            long version = Math.max(0, from - 1);
            while (journal.find(Filters.eq("_id", Commit.documentId(stream, version + 1)))
                            .projection(Projections.include("_id"))
                            .first()
                    != null) {
                version++;
            }
            return version;
        }

        private void send(Commit commit) {
            inFlight = true;
            int thisAttempt = ++attempt;
            String topic = topics.of(stream);
            AtomicInteger missing = new AtomicInteger(commit.events().size());
            for (int index = 0; index < commit.events().size(); index++) {
                producer.send(CloudEventHeaders.record(topic, source, commit, index), (metadata, failure) -> {
                    if (failure != null) {
                        submit(() -> failed(thisAttempt, commit, failure));
                    } else if (missing.decrementAndGet() == 0) {
                        submit(() -> acknowledged(commit));
                    }
                });
            }
        }

        private void acknowledged(Commit commit) {
            inFlight = false;
            pause = FIRST_PAUSE;
            relayed = commit.version();
            waiting.headMap(relayed, true).clear();
            acknowledged.add(commit);
            pump();
        }

        /** Several events of one commit may fail; only the first failure counts. */
        private void failed(int failedAttempt, Commit commit, Exception failure) {
            if (failedAttempt == attempt) {
                attempt++;
                waiting.put(commit.version(), commit);
                failed(failure);
            }
        }

        private void failed(Exception failure) {
            LOG.warn("relay: {} waits {} ms: {}", stream, pause.toMillis(), failure.toString());
            inFlight = true;
            later(this::retry, pause);
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        }

        private void retry() {
            inFlight = false;
            pump();
        }
    }
}
