package org.lianzhi.journal;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The streams of parked cases, kept in the case's entry: from where on each waits, up to where it was passed over, and how far
 * it has come again since its case goes on. Every step is one conditional write, tried again where another instance was first.
 */
final class WaitingStreams {

    /** Since when its streams are asked for. */
    static final String ASKED_AT = "askedAt";

    /** The consumer takes the case's events again, as they come again. */
    static final String GOING = "going";

    /** Another one each time that the case is parked: where it is parked anew it waits anew. */
    static final String PARKING = "parking";

    /** By stream the last version that was taken. */
    private static final String WAITING = "waiting";

    /** By stream the highest version that was passed over. */
    private static final String PASSED = "passed";

    /** Streams of which something was passed over since they were asked for: what is on its way may end before it. */
    private static final String LATE = "late";

    private final MongoCollection<Document> parked;
    private final Decisions decisions;
    private final Republishing republishing;
    private final Clock clock;

    /** Up to which version it has come again in the batch that this thread works on; null outside of one. */
    private final ThreadLocal<@Nullable Map<Back, Long>> underWay = new ThreadLocal<>();

    WaitingStreams(MongoCollection<Document> parked, Decisions decisions, Republishing republishing, Clock clock) {
        this.parked = parked;
        this.decisions = decisions;
        this.republishing = republishing;
        this.clock = clock;
    }

    /**
     * A stream of a case comes again, from the first event for which it waited.
     *
     * @param id of the parked case
     * @param parking by which it waited
     */
    private record Back(String id, String parking, StreamId stream) {}

    /** By stream the last version that was taken. */
    static Map<StreamId, Long> of(Document entry) {
        Map<StreamId, Long> waiting = new LinkedHashMap<>();
        entry.get(WAITING, new Document())
                .forEach((stream, last) -> waiting.put(StreamId.parse(stream), ((Number) last).longValue()));
        return waiting;
    }

    static Set<String> names(Document entry) {
        return Set.copyOf(entry.get(WAITING, new Document()).keySet());
    }

    /** All has come, but the process died before it could take the entry away. */
    static boolean isOver(Document entry) {
        return entry.getBoolean(GOING, false) && names(entry).isEmpty();
    }

    /** What stands in the entry of a case of which this event is the first to wait. */
    static Document first(IncomingEvent event) {
        return new Document(WAITING, new Document(event.stream().toString(), event.version() - 1));
    }

    /** Its stream waits from this event on, or from an earlier one. */
    static Bson from(IncomingEvent event) {
        return Updates.min(of(WAITING, event.stream()), event.version() - 1);
    }

    /** What waits in this entry is waited for by another one too: from where either does, up to where either passed it over. */
    static Bson from(Document entry) {
        List<Bson> both = new ArrayList<>();
        of(entry).forEach((stream, last) -> {
            both.add(Updates.min(of(WAITING, stream), last));
            both.add(Updates.max(of(PASSED, stream), passed(entry, stream)));
        });
        return Updates.combine(both);
    }

    /** An entry without what {@link #from(Document)} takes over. */
    static Document without(Document entry) {
        Document rest = new Document(entry);
        rest.remove(WAITING);
        rest.remove(PASSED);
        return rest;
    }

    /** What is asked for from now on holds all that has been passed over so far. */
    static Bson askedAnew() {
        return Updates.unset(LATE);
    }

    /** Up to where it was passed over may be nowhere any more. */
    static Bson waitForNothingPassed() {
        return Updates.unset(PASSED);
    }

    /**
     * Does the work on a batch. That a case goes on is written when all of the batch is done: where it comes again after a
     * failure, what was passed over before must be passed over again.
     */
    void duringBatch(Runnable work) {
        Map<Back, Long> back = new LinkedHashMap<>();
        underWay.set(back);
        try {
            work.run();
        } finally {
            underWay.remove();
        }
        back.forEach(this::hasCome);
    }

    /** False when the case is not parked (any more). */
    boolean waits(String id, IncomingEvent event) {
        return parked.updateOne(
                                Filters.and(Filters.eq("_id", id), Filters.ne(GOING, true)),
                                Updates.combine(from(event), Updates.max(of(PASSED, event.stream()), event.version())))
                        .getMatchedCount()
                == 1;
    }

    /**
     * Asked of the store, since an event that is passed over after its case went on does not come again.
     *
     * @return false when the case, or this stream of it, does not wait any more
     */
    boolean passOver(String id, String consumer, IncomingEvent event) {
        Document entry = parked.find(Filters.eq("_id", id)).first();
        if (entry == null) {
            return false;
        }
        boolean going = entry.getBoolean(GOING, false);
        Long last = of(entry).get(event.stream());
        if (last == null) {
            return !going && (waits(id, event) || passOver(id, consumer, event));
        }
        boolean noted = passed(entry, event.stream()) >= event.version();
        if (!going) {
            return (noted && last < event.version()) || waits(id, event) || passOver(id, consumer, event);
        }
        Back back = new Back(id, entry.getString(PARKING), event.stream());
        Map<Back, Long> batch = underWay.get();
        long next = (batch == null ? last : batch.getOrDefault(back, last)) + 1;
        if (firstNotLeftOut(consumer, event.stream(), next) < event.version()) {
            return (noted && isLate(entry, event.stream())) || comesLater(back, event) || passOver(id, consumer, event);
        }
        if (next <= event.version() && batch == null) {
            hasCome(back, event.version());
        } else if (next <= event.version()) {
            batch.put(back, event.version());
        }
        return false;
    }

    /**
     * What the owner has begun to send again may end before it: another instance of the owner may have appended it since and
     * have sent it before.
     *
     * @return false when the case does not go on (any more)
     */
    private boolean comesLater(Back back, IncomingEvent event) {
        return update(
                        back,
                        Updates.combine(
                                Updates.max(of(PASSED, event.stream()), event.version()),
                                Updates.set(of(LATE, event.stream()), true)))
                .isPresent();
    }

    /** A commit that is left out as a whole need not come: its owner may not have it either. */
    private long firstNotLeftOut(String consumer, StreamId stream, long from) {
        long version = from;
        while (decisions
                .skipped(consumer, stream, new Position(version, 0, 1))
                .filter(place -> place.size() == 1)
                .isPresent()) {
            version++;
        }
        return version;
    }

    private void hasCome(Back back, long version) {
        Document entry = parked.find(going(back)).first();
        if (entry == null) {
            return;
        }
        long next = firstNotLeftOut(entry.getString("consumer"), back.stream(), version + 1);
        if (passed(entry, back.stream()) < next) {
            waitsNoMore(back);
            return;
        }
        if (isLate(entry, back.stream())) {
            // All that was passed over is in its record by now, so that this time it comes.
            republishing.send(Map.of(back.stream(), version));
        }
        update(
                back,
                Updates.combine(
                        Updates.max(of(WAITING, back.stream()), version),
                        Updates.set(ASKED_AT, Date.from(clock.instant())),
                        Updates.unset(of(LATE, back.stream()))));
    }

    /** What is left comes behind it. */
    private void waitsNoMore(Back back) {
        update(
                        back,
                        Updates.combine(
                                Updates.unset(of(WAITING, back.stream())),
                                Updates.unset(of(PASSED, back.stream())),
                                Updates.unset(of(LATE, back.stream()))))
                .filter(WaitingStreams::isOver)
                .ifPresent(this::takeAway);
    }

    void takeAway(Document over) {
        parked.deleteOne(Filters.and(
                Filters.eq("_id", over.get("_id")), Filters.eq(GOING, true), Filters.eq(WAITING, new Document())));
    }

    private Optional<Document> update(Back back, Bson what) {
        return Optional.ofNullable(parked.findOneAndUpdate(
                going(back), what, new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)));
    }

    private static Bson going(Back back) {
        return Filters.and(Filters.eq("_id", back.id()), Filters.eq(PARKING, back.parking()), Filters.eq(GOING, true));
    }

    private static long passed(Document entry, StreamId stream) {
        return entry.get(PASSED, new Document()).get(stream.toString()) instanceof Number passed
                ? passed.longValue()
                : 0;
    }

    private static boolean isLate(Document entry, StreamId stream) {
        return entry.get(LATE, new Document()).containsKey(stream.toString());
    }

    private static String of(String field, StreamId stream) {
        return field + "." + stream;
    }
}
