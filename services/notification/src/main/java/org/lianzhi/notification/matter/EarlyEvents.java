package org.lianzhi.notification.matter;

import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;

/**
 * Events of the other record that came before the opening: nobody knows yet whom they concern. They wait here and in no read
 * model, because which ones do depends on the order of arrival.
 */
@Component
final class EarlyEvents {

    private static final String EVENTS = "events";

    private final MongoCollection<Document> early;

    EarlyEvents(MongoDatabaseFactory database) {
        this.early = database.getMongoDatabase()
                .getCollection("early_events")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadPreference(ReadPreference.primary());
    }

    void keep(String matter, ToTell event) {
        Document written = new Document("event", event.event())
                .append("type", event.type())
                .append("side", event.side())
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
                event.getDate("at").toInstant(),
                event.getString("actor"),
                event.getString("json"));
    }
}
