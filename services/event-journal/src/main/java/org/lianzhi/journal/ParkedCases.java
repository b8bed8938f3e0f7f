package org.lianzhi.journal;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * Cases of which a consumer could not apply an event. Their later events are not kept here but passed over: which streams
 * they belong to is remembered, and when a person lets the case go on they are asked for again from their owner, in order.
 */
public final class ParkedCases {

    /** Another instance may have parked or released: what is known in memory is no older than this. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private static final String WAITING = "waiting";
    private static final String DECIDED = "decision";
    private static final String PLACE = "place";

    private final MongoCollection<Document> parked;
    private final MongoCollection<Document> decisions;
    private final Republishing republishing;
    private final Clock clock;
    private final Map<String, Set<String>> known = new ConcurrentHashMap<>();
    private volatile @Nullable Instant readAt;

    ParkedCases(MongoDatabaseFactory database, Republishing republishing, Clock clock) {
        this.parked = MongoJournal.durable(database.getMongoDatabase().getCollection("parked"));
        this.decisions = MongoJournal.durable(database.getMongoDatabase().getCollection("parked_decisions"));
        this.republishing = republishing;
        this.clock = clock;
    }

    /**
     * A parked case.
     *
     * @param consumer that could not go on
     * @param subject id of the case or report
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

    public List<Parked> list() {
        List<Parked> list = new ArrayList<>();
        for (Document document : parked.find(Filters.exists(DECIDED, false))) {
            list.add(read(document));
        }
        return list;
    }

    /**
     * A person lets a case go on.
     *
     * @param by the person, in the written form of an actor
     * @param why kept beside the decision for good
     * @return false when no such case is parked (any more)
     */
    public boolean decide(String consumer, String subject, Decision decision, String by, String why) {
        Document document =
                parked.find(Filters.eq("_id", key(consumer, subject))).first();
        if (document == null || document.containsKey(DECIDED)) {
            return false;
        }
        Parked was = read(document);
        Position place = Position.parse(document.getString(PLACE));
        Document decided = new Document("_id", decisionId(decision, consumer, was.stream(), place))
                .append("by", by)
                .append("why", why)
                .append("at", Date.from(clock.instant()))
                .append("type", was.type())
                .append("event", was.event())
                .append("stream", was.stream())
                .append("version", was.version())
                .append(PLACE, place.written())
                .append("reason", was.reason());
        decisions.replaceOne(Filters.eq("_id", decided.get("_id")), decided, new ReplaceOptions().upsert(true));
        // From here on the consumer takes the case's events again, also if this process dies: see finish().
        parked.updateOne(Filters.eq("_id", document.get("_id")), Updates.set(DECIDED, decision.name()));
        finish(document);
        return true;
    }

    boolean isParked(String consumer, String subject) {
        refresh();
        return known.containsKey(key(consumer, subject));
    }

    /** Whether a person has decided that this consumer leaves the event out. */
    boolean isSkipped(String consumer, IncomingEvent event) {
        return skipped(consumer, event.stream(), event.position()).isPresent();
    }

    /** The place that follows in a stream, if a person has decided that this consumer leaves out what stands there. */
    Optional<Position> skippedAfter(String consumer, StreamId stream, Position last) {
        return skipped(consumer, stream, last.next());
    }

    private Optional<Position> skipped(String consumer, StreamId stream, Position place) {
        return Optional.ofNullable(decisions
                        .find(Filters.eq("_id", decisionId(Decision.SKIP, consumer, stream.toString(), place)))
                        .first())
                .map(decided -> Position.parse(decided.getString(PLACE)));
    }

    void park(String consumer, IncomingEvent event, RuntimeException cause) {
        String id = key(consumer, event.stream().id());
        parked.replaceOne(
                Filters.eq("_id", id),
                new Document("_id", id)
                        .append("consumer", consumer)
                        .append("subject", event.stream().id())
                        .append("stream", event.stream().toString())
                        .append("version", event.version())
                        .append(PLACE, event.position().written())
                        .append("event", event.id())
                        .append("type", event.type())
                        .append("reason", cause.getClass().getSimpleName() + ": " + cause.getMessage())
                        .append("since", Date.from(clock.instant()))
                        .append(WAITING, new Document(event.stream().toString(), event.version() - 1)),
                new ReplaceOptions().upsert(true));
        known.computeIfAbsent(id, any -> ConcurrentHashMap.newKeySet())
                .add(event.stream().toString());
    }

    /** Remembers from where on a stream of a parked case is to be asked for again. */
    void passOver(String consumer, IncomingEvent event) {
        String id = key(consumer, event.stream().id());
        String stream = event.stream().toString();
        Set<String> streams = known.get(id);
        if (streams != null && !streams.contains(stream)) {
            parked.updateOne(
                    Filters.and(Filters.eq("_id", id), Filters.exists(WAITING + "." + stream, false)),
                    Updates.set(WAITING + "." + stream, event.version() - 1));
            streams.add(stream);
        }
    }

    private void finish(Document document) {
        document.get(WAITING, new Document())
                .forEach((stream, last) -> republishing.send(
                        StreamId.parse(stream), ((Number) Optional.of(last).orElseThrow()).longValue()));
        parked.deleteOne(Filters.eq("_id", document.get("_id")));
        known.remove(document.getString("_id"));
    }

    private synchronized void refresh() {
        Instant now = clock.instant();
        Instant before = readAt;
        if (before != null && before.plus(FRESH).isAfter(now) && !before.isAfter(now)) {
            return;
        }
        Map<String, Set<String>> found = new LinkedHashMap<>();
        List<Document> halfDone = new ArrayList<>();
        for (Document document : parked.find()) {
            if (document.containsKey(DECIDED)) {
                halfDone.add(document);
            } else {
                Set<String> streams = ConcurrentHashMap.newKeySet();
                streams.addAll(document.get(WAITING, new Document()).keySet());
                found.put(document.getString("_id"), streams);
            }
        }
        known.keySet().retainAll(found.keySet());
        found.forEach(known::putIfAbsent);
        readAt = now;
        halfDone.forEach(this::finish);
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

    private static String key(String consumer, String subject) {
        return consumer + "/" + subject;
    }

    private static String decisionId(Decision decision, String consumer, String stream, Position place) {
        return decision.name().toLowerCase(Locale.ROOT) + "/" + consumer + "/" + stream + "/" + place.version() + "#"
                + place.index();
    }
}
