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
import java.util.List;
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

    private static final String DECIDED = "decided";
    private static final String PLACE = "place";

    private final MongoCollection<Document> parked;
    private final Decisions decisions;
    private final Republishing republishing;
    private final WaitingStreams streams;
    private final Clock clock;
    private final Set<String> known = new HashSet<>();

    private @Nullable Instant readAt;

    ParkedCases(MongoDatabaseFactory database, Republishing republishing, Clock clock) {
        this.parked = MongoJournal.durable(database.getMongoDatabase().getCollection("parked"));
        this.decisions = new Decisions(database);
        this.republishing = republishing;
        this.streams = new WaitingStreams(parked, decisions, republishing, clock);
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
            if (!WaitingStreams.isOver(document)) {
                list.add(read(document));
            }
        }
        return list;
    }

    private Bson isUnanswered() {
        return Filters.lt(WaitingStreams.ASKED_AT, Date.from(clock.instant().minus(ANSWERED_WITHIN)));
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
                Updates.set(DECIDED, decided),
                Updates.set(WaitingStreams.ASKED_AT, now),
                Updates.unset(WaitingStreams.GOING),
                WaitingStreams.askedAnew());
        Optional<Document> toCarryOut = update(Filters.and(it, Filters.exists(DECIDED, false)), anew)
                // What did not come although it was asked for may be nowhere any more: it is not waited for again.
                .or(() -> update(
                        Filters.and(it, isUnanswered()), Updates.combine(anew, WaitingStreams.waitForNothingPassed())));
        toCarryOut.ifPresent(this::carryOut);
        return toCarryOut.isPresent();
    }

    private Optional<Document> update(Bson which, Bson what) {
        return Optional.ofNullable(parked.findOneAndUpdate(
                which, what, new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)));
    }

    /** Does the work on a batch; only when all of it is done it is written which cases go on. */
    void duringBatch(Runnable work) {
        streams.duringBatch(work);
    }

    /**
     * Whether the event belongs to a parked case and waits with it. Then it is passed over, and from where on its stream is to be
     * asked for again is remembered.
     */
    boolean isToWait(String consumer, IncomingEvent event) {
        halfDone().forEach(this::carryOutOrTryAgain);
        synchronized (this) {
            String id = key(consumer, event.stream());
            return known.contains(id) && streams.passOver(id, consumer, event);
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
                .append(WaitingStreams.PARKING, UUID.randomUUID().toString());
        boolean done = false;
        while (!done) {
            // Another instance may park it, or let it go on, between one of these and the next.
            done = parkedAgain(id, event, told) || parkedFirst(id, event, told) || streams.waits(id, event);
        }
        known.add(id);
    }

    /** A case that was let go on and whose fault is still there. What of it has not come again goes on waiting. */
    private boolean parkedAgain(String id, IncomingEvent event, Document told) {
        Bson again = Updates.combine(
                new Document("$set", told),
                WaitingStreams.from(event),
                Updates.unset(DECIDED),
                Updates.unset(WaitingStreams.ASKED_AT),
                Updates.unset(WaitingStreams.GOING),
                WaitingStreams.askedAnew());
        return parked.updateOne(Filters.and(Filters.eq("_id", id), Filters.eq(WaitingStreams.GOING, true)), again)
                        .getMatchedCount()
                == 1;
    }

    private boolean parkedFirst(String id, IncomingEvent event, Document told) {
        try {
            Document first = new Document("_id", id);
            first.putAll(WaitingStreams.first(event));
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

    private void carryOut(Document document) {
        decisions.keep(
                read(document), Position.parse(document.getString(PLACE)), document.get(DECIDED, new Document()));
        // From here on the consumer takes the case's events again.
        update(
                        Filters.and(
                                Filters.eq("_id", document.get("_id")),
                                Filters.eq(WaitingStreams.PARKING, document.get(WaitingStreams.PARKING))),
                        Updates.set(WaitingStreams.GOING, true))
                .ifPresent(going -> republishing.send(WaitingStreams.of(going)));
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
            Document told = WaitingStreams.without(document).append("consumer", to);
            told.remove("_id");
            parked.updateOne(
                    Filters.eq("_id", key(to, document.getString("subject"))),
                    Updates.combine(new Document("$setOnInsert", told), WaitingStreams.from(document)),
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
            if (WaitingStreams.isOver(document)) {
                streams.takeAway(document);
                continue;
            }
            known.add(document.getString("_id"));
            if (document.containsKey(DECIDED) && !document.getBoolean(WaitingStreams.GOING, false)) {
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
                WaitingStreams.names(document));
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
