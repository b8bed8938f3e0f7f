package org.lianzhi.notification.matter;

import com.mongodb.MongoException;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;

/**
 * Events of the other record that came before the opening: nobody knows yet whom they concern. They wait here and in no read
 * model, because which ones do depends on the order of arrival.
 */
@Component
final class EarlyEvents {

    private static final Logger log = LoggerFactory.getLogger(EarlyEvents.class);

    private static final String EVENTS = "events";

    private final MongoCollection<Document> early;

    EarlyEvents(MongoDatabaseFactory database) {
        this.early = database.getMongoDatabase()
                .getCollection("early_events")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadPreference(ReadPreference.primary());
    }

    /** An earlier version kept what is said at desks, too, of which nobody is ever told. */
    @EventListener(ApplicationReadyEvent.class)
    void forgetDesks() {
        try {
            early.deleteMany(Filters.regex("_id", "^(desk|rota)-"));
        } catch (MongoException e) {
            log.warn("What an earlier version kept of desks is still there, until a start at which the store answers");
        }
    }

    void keep(String matter, ToTell event) {
        Document written = new Document("event", event.event())
                .append("type", event.type())
                .append("side", event.side())
                .append("version", event.version())
                .append("at", Date.from(event.at()))
                .append("actor", event.actor())
                .append("json", event.json());
        early.updateOne(
                Filters.eq("_id", matter),
                Updates.set(EVENTS + "." + event.event(), written),
                new UpdateOptions().upsert(true));
    }

    List<ToTell> of(String matter) {
        Document found = early.find(Filters.eq("_id", matter)).first();
        return found == null
                ? List.of()
                : found.get(EVENTS, new Document()).values().stream()
                        .map(event -> read((Document) event))
                        .toList();
    }

    /** What is kept from now on is told by who keeps it: the matter is known. */
    void forget(String matter) {
        early.deleteOne(Filters.eq("_id", matter));
    }

    private static ToTell read(Document event) {
        return new ToTell(
                event.getString("event"),
                event.getString("type"),
                event.getString("side"),
                // An earlier version kept none; a case's own record designates nobody.
                event.get("version", 0L),
                event.getDate("at").toInstant(),
                event.getString("actor"),
                event.getString("json"));
    }
}
