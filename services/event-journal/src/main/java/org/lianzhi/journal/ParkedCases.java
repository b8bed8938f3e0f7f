package org.lianzhi.journal;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * Cases of which a consumer could not apply an event. Their later events wait: they are not kept here but passed over,
 * and asked for again from the owner when the case is released.
 */
public final class ParkedCases {

    private final MongoCollection<Document> parked;
    private final Clock clock;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private volatile boolean loaded;

    ParkedCases(MongoDatabaseFactory database, Clock clock) {
        this.parked = MongoJournal.durable(database.getMongoDatabase().getCollection("parked"));
        this.clock = clock;
    }

    /**
     * A parked case.
     *
     * @param consumer that could not go on
     * @param subject id of the case or report
     * @param event that could not be applied
     * @param reason class and message of the failure; never content of an event
     */
    public record Parked(
            String consumer, String subject, String stream, String event, String type, String reason, Instant since) {}

    public List<Parked> list() {
        List<Parked> list = new ArrayList<>();
        for (Document document : parked.find()) {
            list.add(read(document));
        }
        return list;
    }

    boolean isParked(String consumer, String subject) {
        load();
        return known.contains(key(consumer, subject));
    }

    void park(String consumer, IncomingEvent event, RuntimeException cause) {
        String id = key(consumer, event.stream().id());
        parked.replaceOne(
                Filters.eq("_id", id),
                new Document("_id", id)
                        .append("consumer", consumer)
                        .append("subject", event.stream().id())
                        .append("stream", event.stream().toString())
                        .append("event", event.id())
                        .append("type", event.type())
                        .append("reason", cause.getClass().getSimpleName() + ": " + cause.getMessage())
                        .append("since", Date.from(clock.instant())),
                new ReplaceOptions().upsert(true));
        known.add(id);
    }

    private void load() {
        if (!loaded) {
            list().forEach(entry -> known.add(key(entry.consumer(), entry.subject())));
            loaded = true;
        }
    }

    private static Parked read(Document document) {
        return new Parked(
                document.getString("consumer"),
                document.getString("subject"),
                document.getString("stream"),
                document.getString("event"),
                document.getString("type"),
                document.getString("reason"),
                document.getDate("since").toInstant());
    }

    private static String key(String consumer, String subject) {
        return consumer + "/" + subject;
    }
}
