package org.lianzhi.intake.vault;

import com.mongodb.client.MongoCollection;
import java.time.Clock;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.lianzhi.journal.StreamId;
import org.lianzhi.model.Actor;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Who opened what of the vault, and when: written before it is opened. */
public final class AccessLog {

    private final MongoCollection<Document> entries;
    private final Clock clock;

    public AccessLog(MongoDatabaseFactory database, Clock clock) {
        this.entries = Store.collection(database, "vault_access");
        this.clock = clock;
    }

    /** @param part code: {@code form} or {@code photo} */
    public void opened(StreamId report, Actor by, String part) {
        entries.insertOne(new Document("_id", UUID.randomUUID().toString())
                .append("report", report.toString())
                .append("actor", by.written())
                .append("part", part)
                .append("at", Date.from(clock.instant())));
    }
}
