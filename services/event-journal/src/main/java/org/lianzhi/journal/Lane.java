package org.lianzhi.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * The commits of one stream on their way: one at a time, the next after the broker's acknowledgement. A failure holds this
 * stream and no other; it is tried again for ever, at growing intervals, which grow further when it is a refusal. Lives on
 * the relay's thread.
 */
final class Lane {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** A refused commit is sent from its first event on each time, to topics that are kept for ever. */
    private static final Duration LONGEST_REFUSED = Duration.ofMinutes(5);

    /** What a stream on its way needs of the relay. */
    interface Traffic {

        /** Runs the work on the relay's thread, if it still runs. */
        void submit(Runnable work);

        void later(Runnable work, Duration pause);

        /** Whether anything may be sent; what is on its way is still waited for when nothing may. */
        boolean maySend();

        /** This lane has something to send. */
        void busy(Lane lane);

        /** This lane has nothing to send any more. */
        void done(Lane lane);

        /** All of the commit is with the broker; the mark may be written. */
        void acknowledged(Commit commit);

        /** Whether another commit may be kept in memory; else it is read from the journal when its turn comes. */
        boolean mayKeep();

        void kept(int more);
    }

    /** A commit that was handed over. */
    private record Handed(Commit commit, Instant since) {}

    private final StreamId stream;
    private final RelayMarks marks;
    private final Sending sending;
    private final Clock clock;
    private final Traffic traffic;

    private final NavigableMap<Long, Handed> waiting = new TreeMap<>();
    /** Everything up to here is acknowledged; -1 as long as that is not known. */
    private long relayed = -1;

    /** After what a consumer asked while a commit was on its way; the acknowledgement must not make us forget it. */
    private long askedFor = Long.MAX_VALUE;

    /** Up to here it may have to be sent. */
    private long highest;

    /** Up to here the journal has commits for certain, whatever a read says that lags behind, as after an election. */
    private long certain = -1;

    private boolean inFlight;
    private boolean parked;
    private @Nullable Instant waitsSince;
    private Duration pause = FIRST_PAUSE;

    Lane(StreamId stream, RelayMarks marks, Sending sending, Clock clock, Traffic traffic) {
        this.stream = stream;
        this.marks = marks;
        this.sending = sending;
        this.clock = clock;
        this.traffic = traffic;
    }

    boolean idle() {
        return !inFlight && relayed >= highest;
    }

    /** Whether the broker refuses what stands at the head, for a reason that waiting does not mend. */
    boolean parked() {
        return parked;
    }

    /** Since when the commit waits that is the next to be acknowledged. */
    Instant waitsSince() {
        return waitsSince == null ? clock.instant() : waitsSince;
    }

    void known(Commit commit) {
        if (commit.version() <= relayed) {
            return;
        }
        Instant now = clock.instant();
        if (traffic.mayKeep() && waiting.put(commit.version(), new Handed(commit, now)) == null) {
            traffic.kept(1);
        }
        reach(commit.version(), now);
        pump();
    }

    /** Id of the commit whose turn is next. */
    String nextId() {
        return Commit.documentId(stream, relayed + 1);
    }

    /** Read ahead of its turn, together with those of many other streams. */
    void readAhead(Commit commit) {
        if (commit.version() > relayed
                && traffic.mayKeep()
                && waiting.putIfAbsent(commit.version(), new Handed(commit, commit.appendedAt())) == null) {
            traffic.kept(1);
        }
    }

    /** The commit may be there: if so, and if it was not sent yet, it goes on its way. */
    void perhaps(long version) {
        if (version > relayed) {
            mayReach(version, clock.instant());
            pump();
        }
    }

    void unrelayed(long version, @Nullable Instant since) {
        relayed = relayed < 0 ? version - 1 : Math.min(relayed, version - 1);
        reach(version, since == null ? clock.instant() : since);
        if (since != null && waitsSince != null && since.isBefore(waitsSince)) {
            waitsSince = since;
        }
    }

    /** Never skips what was not sent yet, whatever is asked for. */
    void again(long fromVersion) {
        long last = marks.lastVersion(stream, fromVersion);
        long sent = relayed < 0 ? marks.lastRelayedBefore(stream, last + 1) : relayed;
        back(Math.min(sent, Math.max(0, fromVersion - 1)));
        mayReach(last, clock.instant());
        pump();
    }

    /** From the beginning: nothing has to be asked of the journal. It goes on its way with {@link #pump}. */
    void whole(long last) {
        back(0);
        reach(last, clock.instant());
    }

    private void back(long to) {
        relayed = to;
        if (inFlight) {
            askedFor = Math.min(askedFor, relayed);
        }
    }

    private void reach(long version, Instant since) {
        certain = Math.max(certain, version);
        mayReach(version, since);
    }

    private void mayReach(long version, Instant since) {
        highest = Math.max(highest, version);
        if (waitsSince == null) {
            waitsSince = since;
        }
        traffic.busy(this);
    }

    void pump() {
        if (inFlight || !traffic.maySend()) {
            return;
        }
        try {
            if (relayed < highest && relayed < 0) {
                relayed = marks.lastRelayedBefore(stream, waiting.isEmpty() ? highest : waiting.firstKey());
            }
            Optional<Commit> next = relayed < highest ? next() : Optional.empty();
            if (next.isPresent()) {
                send(next.get());
            } else if (relayed < certain) {
                // One that never comes is a hole: others need not wait for this stream.
                waits(nextId() + " is not visible yet", pause.compareTo(LONGEST_PAUSE) < 0);
            } else {
                highest = relayed;
                waitsSince = null;
                traffic.done(this);
            }
        } catch (RuntimeException | Error e) {
            failed(e);
        }
    }

    private Optional<Commit> next() {
        Handed handed = waiting.get(relayed + 1);
        if (handed != null) {
            waitsSince = handed.since();
            return Optional.of(handed.commit());
        }
        Optional<RelayMarks.Stored> stored = marks.find(stream, relayed + 1);
        stored.filter(found -> !found.relayed())
                .ifPresent(found -> waitsSince = found.commit().appendedAt());
        return stored.map(RelayMarks.Stored::commit);
    }

    private void send(Commit commit) {
        inFlight = true;
        sending.send(
                commit,
                () -> traffic.submit(() -> acknowledged(commit)),
                failure -> traffic.submit(() -> failed(failure)));
    }

    private void acknowledged(Commit commit) {
        inFlight = false;
        parked = false;
        pause = FIRST_PAUSE;
        if (relayed == commit.version() - 1) {
            relayed = commit.version();
        }
        relayed = Math.min(relayed, askedFor);
        askedFor = Long.MAX_VALUE;
        NavigableMap<Long, Handed> sent = waiting.headMap(commit.version(), true);
        traffic.kept(-sent.size());
        sent.clear();
        traffic.acknowledged(commit);
        pump();
    }

    private void failed(Throwable failure) {
        waits(failure.toString(), passes(failure));
    }

    private void waits(String why, boolean passes) {
        pause = shorter(pause, passes ? LONGEST_PAUSE : LONGEST_REFUSED);
        // The first send to a topic often comes before the broker has said where it is.
        LOG.atLevel(passes && pause.equals(FIRST_PAUSE) ? Level.DEBUG : Level.WARN)
                .log("relay: {} waits {} ms: {}", stream, pause.toMillis(), why);
        parked = !passes;
        inFlight = true;
        traffic.later(this::retry, pause);
        // A tenth more each time: what was mended goes on after about a tenth of the time for which it was refused.
        pause = parked && pause.compareTo(LONGEST_PAUSE) >= 0
                ? pause.multipliedBy(11).dividedBy(10)
                : shorter(pause.multipliedBy(2), LONGEST_PAUSE);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** A refusal by the broker's rules, such as a record that is too large, stays; everything else is infrastructure. */
    private static boolean passes(Throwable failure) {
        return failure instanceof RetriableException
                || !(failure instanceof ApiException)
                        && failure instanceof RuntimeException e
                        && Failures.isInfrastructure(e);
    }

    private void retry() {
        inFlight = false;
        pump();
    }
}
