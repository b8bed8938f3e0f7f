package org.lianzhi.journal;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import java.time.Clock;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * Sends a whole journal again, for topics that were lost: the journal is the truth, the topics are its copy. Who has the
 * events already drops them. Who ordered it, and why, is kept.
 */
public final class Resending {

    private static final Logger LOG = LoggerFactory.getLogger(Resending.class);

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
        Set<StreamId> streams = new LinkedHashSet<>();
        for (Document commit : journal.find().projection(Projections.include("streamId"))) {
            streams.add(StreamId.parse(commit.getString("streamId")));
        }
        orders.insertOne(new Document("_id", UUID.randomUUID().toString())
                .append("by", by)
                .append("reason", reason)
                .append("streams", streams.size())
                .append("at", Date.from(clock.instant())));
        LOG.warn("the whole journal is sent again: {} streams", streams.size());
        streams.forEach(stream -> relay.republish(stream, 1));
        return streams.size();
    }
}
