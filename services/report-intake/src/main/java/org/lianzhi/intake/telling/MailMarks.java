package org.lianzhi.intake.telling;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.Store;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Which mails are settled, and which wait until the server takes them. None names who gets it. */
final class MailMarks {

    private final MongoCollection<Document> told;
    private final MongoCollection<Document> waiting;
    private final Clock clock;

    MailMarks(MongoDatabaseFactory database, Clock clock) {
        this.told = Store.collection(database, "told");
        this.waiting = Store.collection(database, "mails_waiting");
        this.clock = clock;
    }

    /**
     * A mail that the server did not take yet.
     *
     * @param event id of what is news
     * @param worthUntil when it is no news any more
     * @param tried when it was offered last
     */
    record Waiting(String event, StreamId report, Instant worthUntil, Instant tried) {}

    boolean knows(String event) {
        return told.find(Filters.eq("_id", event)).first() != null
                || waiting.find(Filters.eq("_id", event)).first() != null;
    }

    void settle(String event) {
        Store.insertIfAbsent(told, new Document("_id", event).append("at", Date.from(clock.instant())));
        waiting.deleteOne(Filters.eq("_id", event));
    }

    void await(String event, StreamId report, Instant worthUntil) {
        Store.insertIfAbsent(
                waiting,
                new Document("_id", event)
                        .append("report", report.toString())
                        .append("worthUntil", Date.from(worthUntil))
                        .append("tried", Date.from(clock.instant())));
    }

    List<Waiting> waiting() {
        List<Waiting> all = new ArrayList<>();
        waiting.find()
                .forEach(one -> all.add(new Waiting(
                        one.getString("_id"),
                        StreamId.parse(one.getString("report")),
                        one.getDate("worthUntil").toInstant(),
                        one.getDate("tried").toInstant())));
        return all;
    }

    /** Whether this instance is the one that offers it now. */
    boolean take(Waiting mail) {
        return waiting.updateOne(
                                Filters.and(
                                        Filters.eq("_id", mail.event()), Filters.eq("tried", Date.from(mail.tried()))),
                                Updates.set("tried", Date.from(clock.instant())))
                        .getModifiedCount()
                == 1;
    }
}
