package org.lianzhi.journal;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * Sends a whole journal again, for topics that were lost: the journal is the truth, the topics are its copy. Who has the
 * events already drops them. Who ordered it, why, and how many streams are left is kept: a service that stops meanwhile does
 * not go on with it, and somebody has to order it again.
 */
public final class Resending {

    private static final Logger LOG = LoggerFactory.getLogger(Resending.class);

    /** Streams that are under way at once. */
    static final int AT_ONCE = 200;

    private final MongoCollection<Document> journal;
    private final MongoCollection<Document> orders;
    private final Relay relay;
    private final Clock clock;

    Resending(MongoDatabaseFactory database, Relay relay, Clock clock) {
        this.journal = MongoJournal.durable(database.getMongoDatabase().getCollection(CommitDocuments.COLLECTION));
        this.orders = MongoJournal.durable(database.getMongoDatabase().getCollection("resends"));
        this.relay = relay;
        this.clock = clock;
    }

    /**
     * Begins to send everything from the first commit of each stream.
     *
     * @param by who ordered it, in written form
     * @return how many streams go on their way
     */
    public int everything(String by, String reason) {
        Map<StreamId, Long> streams = new LinkedHashMap<>();
        for (Document commit : journal.find().projection(Projections.include("_id"))) {
            CommitDocuments.Place.of(commit)
                    .ifPresent(place -> streams.merge(place.stream(), place.version(), Math::max));
        }
        String order = UUID.randomUUID().toString();
        orders.insertOne(new Document("_id", order)
                .append("by", by)
                .append("reason", reason)
                .append("streams", streams.size())
                .append("left", streams.size())
                .append("at", Date.from(clock.instant())));
        LOG.warn("the whole journal is sent again: {} streams", streams.size());
        proceed(order, List.copyOf(streams.entrySet()));
        return streams.size();
    }

    private void proceed(String order, List<Map.Entry<StreamId, Long>> left) {
        if (left.isEmpty()) {
            LOG.warn("the whole journal was sent again");
            return;
        }
        int some = Math.min(AT_ONCE, left.size());
        List<Map.Entry<StreamId, Long>> rest = left.subList(some, left.size());
        relay.resend(entries(left.subList(0, some)), () -> {
            note(order, rest.size());
            proceed(order, rest);
        });
    }

    private static Map<StreamId, Long> entries(List<Map.Entry<StreamId, Long>> some) {
        Map<StreamId, Long> entries = new LinkedHashMap<>();
        some.forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
        return entries;
    }

    /** What cannot be noted is sent all the same; the next note makes up for it. */
    private void note(String order, int left) {
        try {
            orders.updateOne(Filters.eq("_id", order), Updates.set("left", left));
        } catch (RuntimeException e) {
            LOG.warn("{} streams are left to be sent again, which could not be noted: {}", left, e.toString());
        }
    }
}
