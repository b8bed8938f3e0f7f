package org.lianzhi.journal;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * Cases of which a consumer could not apply an event. Their later events are not kept here but passed over: from where on is
 * remembered for each of the case's streams. When a person lets the case go on, the streams are asked for again from their
 * owners, and a stream is passed over until the first event that waited is there again, and then taken in the order of its
 * versions until the last that was passed over is there: so all come in their order, and a request that is lost leaves the
 * case where it was, to be let go on once more.
 */
public final class ParkedCases {

    private static final Logger LOG = LoggerFactory.getLogger(ParkedCases.class);

    /** Another instance may have parked a case: what is known in memory is no older than this. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    /** What was asked for has come by then, or it was not heard: the case is told of again. */
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(30);

    /** Segments of checkpoints are numbered by each side on its own; every other record shares its id with those it belongs to. */
    private static final String NUMBERED = "checkpoint";

    /** By stream the last version that was taken. */
    private static final String WAITING = "waiting";

    /** By stream the highest version that was passed over. */
    private static final String PASSED = "passed";

    /** Streams of which something was passed over since they were asked for: what is on its way may end before it. */
    private static final String LATE = "late";

    private static final String DECIDED = "decided";
    private static final String ASKED_AT = "askedAt";
    private static final String GOING = "going";
    private static final String PARKING = "parking";
    private static final String PLACE = "place";

    private final MongoCollection<Document> parked;
    private final Decisions decisions;
    private final Republishing republishing;
    private final Clock clock;
    private final Set<String> known = new HashSet<>();

    /** Up to which version it has come again in the batch that this thread works on; null outside of one. */
    private final ThreadLocal<@Nullable Map<Back, Long>> underWay = new ThreadLocal<>();

    private @Nullable Instant readAt;

    /**
     * A stream of a case comes again, from the first event for which it waited.
     *
     * @param id of the parked case
     * @param parking by which it waited: where it is parked anew it waits anew
     */
    private record Back(String id, String parking, StreamId stream) {}

    ParkedCases(MongoDatabaseFactory database, Republishing republishing, Clock clock) {
        this.parked = MongoJournal.durable(database.getMongoDatabase().getCollection("parked"));
        this.decisions = new Decisions(database);
        this.republishing = republishing;
        this.clock = clock;
    }

    /**
     * A parked case.
     *
     * @param consumer that could not go on
     * @param subject id of the case or report, or the whole name of a record that belongs to no other
     * @param stream and {@code version}: where the event stands that could not be applied
     * @param reason class and message of the failure; never content of an event
     * @param streams records of the case of which events were passed over since, the first one's included
     */
    public record Parked(
            String consumer,
            String subject,
            String stream,
            long version,
            String event,
            String type,
            String reason,
            Instant since,
            Set<String> streams) {}

    /** How a parked case goes on. */
    public enum Decision {
        /** The cause is mended: the event is tried again. */
        RELEASE,
        /** The event is left out by this consumer, for good. The record itself keeps it. */
        SKIP
    }

    /** Those that wait for a person, and those for which what was asked for has not come. */
    public List<Parked> list() {
        List<Parked> list = new ArrayList<>();
        for (Document document : parked.find(Filters.or(Filters.exists(DECIDED, false), isUnanswered()))) {
            if (!isOver(document)) {
                list.add(read(document));
            }
        }
        return list;
    }

    /** All has come, but the process died before it could take the entry away. */
    private static boolean isOver(Document document) {
        return document.getBoolean(GOING, false)
                && document.get(WAITING, new Document()).isEmpty();
    }

    private Bson isUnanswered() {
        return Filters.lt(ASKED_AT, Date.from(clock.instant().minus(ANSWERED_WITHIN)));
    }

    /**
     * A person lets a case go on. A later decision counts where an earlier one led to nothing: its owner may have no good copy.
     *
     * @param by the person, in the written form of an actor
     * @param why kept beside the decision for good
     * @return false when no such case waits for somebody (any more)
     */
    public boolean decide(String consumer, String subject, Decision decision, String by, String why) {
        Bson it = Filters.eq("_id", key(consumer, subject));
        Date now = Date.from(clock.instant());
        Document decided = new Document("kind", decision.name())
                .append("by", by)
                .append("why", why)
                .append("at", now);
        // Until it is kept among the decisions it is not carried out, also where an earlier one was.
        Bson anew = Updates.combine(
                Updates.set(DECIDED, decided), Updates.set(ASKED_AT, now), Updates.unset(GOING), Updates.unset(LATE));
        Optional<Document> toCarryOut = update(Filters.and(it, Filters.exists(DECIDED, false)), anew)
                // What did not come although it was asked for may be nowhere any more: it is not waited for again.
                .or(() -> update(Filters.and(it, isUnanswered()), Updates.combine(anew, Updates.unset(PASSED))));
        toCarryOut.ifPresent(this::carryOut);
        return toCarryOut.isPresent();
    }

    private Optional<Document> update(Bson which, Bson what) {
        return Optional.ofNullable(parked.findOneAndUpdate(
                which, what, new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)));
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

    /**
     * Whether the event belongs to a parked case and waits with it. Then it is passed over, and from where on its stream is to be
     * asked for again is remembered.
     */
    boolean isToWait(String consumer, IncomingEvent event) {
        halfDone().forEach(this::carryOutOrTryAgain);
        synchronized (this) {
            return known.contains(key(consumer, event.stream())) && passOver(consumer, event);
        }
    }

    /** Whether a person has decided that this consumer leaves out what stands there, damaged as it came. */
    boolean isSkipped(String consumer, IncomingEvent event) {
        return decisions.skipped(consumer, event.stream(), event.position()).isPresent();
    }

    /**
     * Which of these events, all of them whole, a person has decided that this consumer leaves out. Asked before they are tried:
     * the cause may be gone by now. To be asked when they do not wait any more: what was decided is kept before they go on.
     */
    Predicate<IncomingEvent> leftOut(String consumer, Collection<IncomingEvent> events) {
        return decisions.leftOut(consumer, events);
    }

    /** The place that follows in a stream, if a person has decided that this consumer leaves out what stands there. */
    Optional<Position> skippedAfter(String consumer, StreamId stream, Position last) {
        return decisions.skipped(consumer, stream, last.next());
    }

    /** Of a case that is parked already the first event that could not be applied stays the one that is told of. */
    synchronized void park(String consumer, IncomingEvent event, RuntimeException cause) {
        String id = key(consumer, event.stream());
        Document told = new Document("consumer", consumer)
                .append("subject", subject(consumer, event.stream()))
                .append("stream", event.stream().toString())
                .append("version", event.version())
                .append(PLACE, event.position().written())
                .append("event", event.id())
                .append("type", event.type())
                .append("reason", cause.getClass().getSimpleName() + ": " + cause.getMessage())
                .append("since", Date.from(clock.instant()))
                .append(PARKING, UUID.randomUUID().toString());
        boolean done = false;
        while (!done) {
            // Another instance may park it, or let it go on, between one of these and the next.
            done = parkedAgain(id, event, told) || parkedFirst(id, event, told) || waits(id, event);
        }
        known.add(id);
    }

    /** A case that was let go on and whose fault is still there. What of it has not come again goes on waiting. */
    private boolean parkedAgain(String id, IncomingEvent event, Document told) {
        Document again = new Document("$set", told)
                .append("$min", new Document(waiting(event), event.version() - 1))
                .append(
                        "$unset",
                        new Document(DECIDED, "")
                                .append(ASKED_AT, "")
                                .append(GOING, "")
                                .append(LATE, ""));
        return parked.updateOne(Filters.and(Filters.eq("_id", id), Filters.eq(GOING, true)), again)
                        .getMatchedCount()
                == 1;
    }

    private boolean parkedFirst(String id, IncomingEvent event, Document told) {
        try {
            Document first = new Document("_id", id)
                    .append(WAITING, new Document(event.stream().toString(), event.version() - 1));
            first.putAll(told);
            parked.insertOne(first);
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getError().getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return false;
        }
    }

    /** False when the case is not parked (any more). */
    private boolean waits(String id, IncomingEvent event) {
        return parked.updateOne(
                                Filters.and(Filters.eq("_id", id), Filters.ne(GOING, true)),
                                Updates.combine(
                                        Updates.min(waiting(event), event.version() - 1),
                                        Updates.max(of(PASSED, event.stream()), event.version())))
                        .getMatchedCount()
                == 1;
    }

    private static String waiting(IncomingEvent event) {
        return of(WAITING, event.stream());
    }

    private static String of(String field, StreamId stream) {
        return field + "." + stream;
    }

    /**
     * Asked of the store, since an event that is passed over after its case went on does not come again.
     *
     * @return false when the case, or this stream of it, does not wait any more
     */
    private boolean passOver(String consumer, IncomingEvent event) {
        String id = key(consumer, event.stream());
        Document document = parked.find(Filters.eq("_id", id)).first();
        if (document == null) {
            known.remove(id);
            return false;
        }
        boolean going = document.getBoolean(GOING, false);
        if (!(document.get(WAITING, new Document()).get(event.stream().toString()) instanceof Number last)) {
            return !going && (waits(id, event) || passOver(consumer, event));
        }
        boolean noted = passed(document, event.stream()) >= event.version();
        if (!going) {
            return (noted && last.longValue() < event.version()) || waits(id, event) || passOver(consumer, event);
        }
        Back back = new Back(id, document.getString(PARKING), event.stream());
        Map<Back, Long> batch = underWay.get();
        long next = (batch == null ? last.longValue() : batch.getOrDefault(back, last.longValue())) + 1;
        if (firstNotLeftOut(consumer, event.stream(), next) < event.version()) {
            return (noted && isLate(document, event.stream())) || comesLater(back, event) || passOver(consumer, event);
        }
        if (next <= event.version() && batch == null) {
            hasCome(back, event.version());
        } else if (next <= event.version()) {
            batch.put(back, event.version());
        }
        return false;
    }

    private static long passed(Document document, StreamId stream) {
        return document.get(PASSED, new Document()).get(stream.toString()) instanceof Number passed
                ? passed.longValue()
                : 0;
    }

    private static boolean isLate(Document document, StreamId stream) {
        return document.get(LATE, new Document()).containsKey(stream.toString());
    }

    /**
     * What the owner has begun to send again may end before it: another instance of the owner may have appended it since and
     * have sent it before.
     *
     * @return false when the case does not go on (any more)
     */
    private boolean comesLater(Back back, IncomingEvent event) {
        return update(
                        going(back),
                        Updates.combine(
                                Updates.max(of(PASSED, event.stream()), event.version()),
                                Updates.set(of(LATE, event.stream()), true)))
                .isPresent();
    }

    private static Bson going(Back back) {
        return Filters.and(Filters.eq("_id", back.id()), Filters.eq(PARKING, back.parking()), Filters.eq(GOING, true));
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
        Document document = parked.find(going(back)).first();
        if (document == null) {
            return;
        }
        long next = firstNotLeftOut(document.getString("consumer"), back.stream(), version + 1);
        if (passed(document, back.stream()) < next) {
            waitsNoMore(back);
            return;
        }
        if (isLate(document, back.stream())) {
            // All that was passed over is in its record by now, so that this time it comes.
            republishing.send(Map.of(back.stream(), version));
        }
        update(
                going(back),
                Updates.combine(
                        Updates.max(of(WAITING, back.stream()), version),
                        Updates.set(ASKED_AT, Date.from(clock.instant())),
                        Updates.unset(of(LATE, back.stream()))));
    }

    /** What is left comes behind it. */
    private synchronized void waitsNoMore(Back back) {
        update(
                        going(back),
                        Updates.combine(
                                Updates.unset(of(WAITING, back.stream())),
                                Updates.unset(of(PASSED, back.stream())),
                                Updates.unset(of(LATE, back.stream()))))
                .filter(ParkedCases::isOver)
                .ifPresent(left -> {
                    takeAway(left);
                    known.remove(back.id());
                });
    }

    private void takeAway(Document over) {
        parked.deleteOne(Filters.and(
                Filters.eq("_id", over.get("_id")), Filters.eq(GOING, true), Filters.eq(WAITING, new Document())));
    }

    private void carryOut(Document document) {
        decisions.keep(
                read(document), Position.parse(document.getString(PLACE)), document.get(DECIDED, new Document()));
        // From here on the consumer takes the case's events again.
        update(
                        Filters.and(Filters.eq("_id", document.get("_id")), Filters.eq(PARKING, document.get(PARKING))),
                        Updates.set(GOING, true))
                .ifPresent(going -> republishing.send(waitingOf(going)));
    }

    private static Map<StreamId, Long> waitingOf(Document document) {
        Map<StreamId, Long> waiting = new LinkedHashMap<>();
        document.get(WAITING, new Document())
                .forEach((stream, last) -> waiting.put(StreamId.parse(stream), ((Number) last).longValue()));
        return waiting;
    }

    /** Of a process that died or lost its store in the middle. */
    private void carryOutOrTryAgain(Document document) {
        try {
            carryOut(document);
        } catch (RuntimeException e) {
            LOG.warn("what was decided on {} is not carried out yet: {}", document.get("_id"), e.toString());
        }
    }

    /**
     * What one consumer left parked waits for a person on behalf of another from now on. Where that one has parked the case too,
     * its entry stays: what either of them has passed over is waited for.
     */
    void handOver(String from, String to) {
        for (Document document : parked.find(Filters.eq("consumer", from))) {
            Document told = new Document(document).append("consumer", to);
            told.remove("_id");
            told.remove(WAITING);
            Document least = new Document();
            document.get(WAITING, new Document()).forEach((stream, last) -> least.append(WAITING + "." + stream, last));
            parked.updateOne(
                    Filters.eq("_id", key(to, document.getString("subject"))),
                    new Document("$setOnInsert", told).append("$min", least),
                    new UpdateOptions().upsert(true));
            parked.deleteOne(Filters.eq("_id", document.get("_id")));
        }
    }

    /** Names of those for which something is parked. */
    Set<String> consumers() {
        return parked.distinct("consumer", String.class).into(new HashSet<>());
    }

    /** Of consumers that are no more. */
    void forget(Predicate<String> consumers) {
        for (Document document : parked.find()) {
            if (consumers.test(document.getString("consumer"))) {
                parked.deleteOne(Filters.eq("_id", document.get("_id")));
            }
        }
    }

    /** Looks now and then what is parked; what was decided and not carried out. */
    private synchronized List<Document> halfDone() {
        Instant now = clock.instant();
        Instant before = readAt;
        if (before != null && before.plus(FRESH).isAfter(now) && !before.isAfter(now)) {
            return List.of();
        }
        List<Document> halfDone = new ArrayList<>();
        known.clear();
        for (Document document : parked.find()) {
            if (isOver(document)) {
                takeAway(document);
                continue;
            }
            known.add(document.getString("_id"));
            if (document.containsKey(DECIDED) && !document.getBoolean(GOING, false)) {
                halfDone.add(document);
            }
        }
        readAt = now;
        return halfDone;
    }

    private static Parked read(Document document) {
        return new Parked(
                document.getString("consumer"),
                document.getString("subject"),
                document.getString("stream"),
                document.getLong("version"),
                document.getString("event"),
                document.getString("type"),
                document.getString("reason"),
                document.getDate("since").toInstant(),
                Set.copyOf(document.get(WAITING, new Document()).keySet()));
    }

    /** What waits together. */
    static String subject(StreamId stream) {
        return stream.kind().equals(NUMBERED) ? stream.toString() : stream.id();
    }

    /** What an earlier version has parked under the id alone stays where it is until it goes on. */
    private String subject(String consumer, StreamId stream) {
        return known.contains(key(consumer, stream.id())) ? stream.id() : subject(stream);
    }

    private String key(String consumer, StreamId stream) {
        return key(consumer, subject(consumer, stream));
    }

    private static String key(String consumer, String subject) {
        return consumer + "/" + subject;
    }
}
