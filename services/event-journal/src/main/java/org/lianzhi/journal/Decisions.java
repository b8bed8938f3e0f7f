package org.lianzhi.journal;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Locale;
import java.util.Optional;
import org.bson.Document;
import org.lianzhi.journal.ParkedCases.Decision;
import org.lianzhi.journal.ParkedCases.Parked;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** What people decided on parked cases, kept for good: who, why, and what a consumer leaves out since. */
final class Decisions {

    private static final String PLACE = "place";

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
                .append("at", decided.get("at"))
                .append("type", parked.type())
                .append("event", parked.event())
                .append("stream", parked.stream())
                .append("version", parked.version())
                .append(PLACE, place.written())
                .append("reason", parked.reason());
        decisions.replaceOne(Filters.eq("_id", id), kept, new ReplaceOptions().upsert(true));
    }

    /** The place, with the size of its commit, if this consumer leaves out what stands there. */
    Optional<Position> skipped(String consumer, StreamId stream, Position place) {
        return Optional.ofNullable(decisions
                        .find(Filters.eq("_id", id(Decision.SKIP, consumer, stream.toString(), place)))
                        .first())
                .map(decided -> Position.parse(decided.getString(PLACE)));
    }

    private static String id(Decision decision, String consumer, String stream, Position place) {
        return decision.name().toLowerCase(Locale.ROOT) + "/" + consumer + "/" + stream + "/" + place.version() + "#"
                + place.index();
    }
}
