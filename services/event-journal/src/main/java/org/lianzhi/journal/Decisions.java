package org.lianzhi.journal;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.bson.Document;
import org.lianzhi.journal.Arrived.DamagedEvent;
import org.lianzhi.journal.ParkedCases.Decision;
import org.lianzhi.journal.ParkedCases.Parked;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** What people decided on parked cases, kept for good: who, why, and what a consumer leaves out since. */
final class Decisions {

    /** So many are looked for at once: a rebuild meets tens of thousands of events in one batch. */
    private static final int AT_ONCE = 1000;

    private static final String PLACE = "place";
    private static final String AT = "at";
    private static final String REASON = "reason";

    private final MongoCollection<Document> decisions;

    Decisions(MongoDatabaseFactory database) {
        this.decisions = MongoJournal.durable(database.getMongoDatabase().getCollection("parked_decisions"));
    }

    /**
     * Keeps one; again, if it is there already.
     *
     * @param decided {@code kind}, {@code by}, {@code why} and {@code at}
     */
    void keep(Parked parked, Position place, Document decided) {
        String id = id(Decision.valueOf(decided.getString("kind")), parked.consumer(), parked.stream(), place);
        Document kept = new Document("_id", id)
                .append("by", decided.get("by"))
                .append("why", decided.get("why"))
                .append(AT, decided.get(AT))
                .append("type", parked.type())
                .append("event", parked.event())
                .append("stream", parked.stream())
                .append("version", parked.version())
                .append(PLACE, place.written())
                .append(REASON, parked.reason());
        decisions.replaceOne(Filters.eq("_id", id), kept, new ReplaceOptions().upsert(true));
    }

    /** The place, with the size of its commit, if this consumer leaves out what stands there. */
    Optional<Position> skipped(String consumer, StreamId stream, Position place) {
        return Optional.ofNullable(decisions
                        .find(Filters.eq("_id", id(Decision.SKIP, consumer, stream.toString(), place)))
                        .first())
                .filter(this::isInForce)
                .map(decided -> Position.parse(decided.getString(PLACE)));
    }

    /**
     * Which of these events, all of them whole, this consumer leaves out. Where a damaged one was left out a good copy is
     * taken nevertheless.
     */
    Predicate<IncomingEvent> leftOut(String consumer, Collection<IncomingEvent> events) {
        List<String> asked =
                events.stream().map(event -> id(consumer, event)).distinct().toList();
        Set<String> leftOut = new HashSet<>();
        for (int from = 0; from < asked.size(); from += AT_ONCE) {
            List<String> some = asked.subList(from, Math.min(from + AT_ONCE, asked.size()));
            for (Document decided : decisions.find(Filters.in("_id", some))) {
                if (!isOfDamage(decided) && isInForce(decided)) {
                    leftOut.add(decided.getString("_id"));
                }
            }
        }
        return leftOut.isEmpty() ? any -> false : event -> leftOut.contains(id(consumer, event));
    }

    private static boolean isOfDamage(Document skip) {
        return String.valueOf(skip.get(REASON)).startsWith(DamagedEvent.class.getSimpleName() + ":");
    }

    /** Not where a person has decided later that the same event is tried again after all. */
    private boolean isInForce(Document skip) {
        String place = skip.getString("_id").substring(prefix(Decision.SKIP).length());
        Document release = decisions
                .find(Filters.eq("_id", prefix(Decision.RELEASE) + place))
                .first();
        Date since = skip.getDate(AT);
        Date until = release == null ? null : release.getDate(AT);
        return since == null || until == null || !until.after(since);
    }

    private static String id(String consumer, IncomingEvent event) {
        return id(Decision.SKIP, consumer, event.stream().toString(), event.position());
    }

    private static String id(Decision decision, String consumer, String stream, Position place) {
        return prefix(decision) + consumer + "/" + stream + "/" + place.version() + "#" + place.index();
    }

    private static String prefix(Decision decision) {
        return decision.name().toLowerCase(Locale.ROOT) + "/";
    }
}
