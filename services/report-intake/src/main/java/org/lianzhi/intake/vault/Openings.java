package org.lianzhi.intake.vault;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.domain.OpeningRules.Why;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.kit.Store;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** For which reason a person reads a report, and until when that holds: one document for each person and report. */
public final class Openings {

    private final MongoCollection<Document> openings;

    public Openings(MongoDatabaseFactory database) {
        this.openings = Store.collection(database, "vault_openings");
    }

    /** @param until null while it holds without an end */
    public record Opening(Why why, @Nullable Instant until) {}

    /** In the place of the one before. */
    public void keep(SignedIn who, StreamId report, Why why, Instant until) {
        String id = id(who, report);
        Document opening = new Document("_id", id)
                .append("code", why.code())
                .append("words", why.words())
                .append("until", Date.from(until));
        openings.replaceOne(Filters.eq("_id", id), opening, new ReplaceOptions().upsert(true));
    }

    public Optional<Opening> of(SignedIn who, StreamId report, Instant now) {
        return Optional.ofNullable(
                        openings.find(Filters.eq("_id", id(who, report))).first())
                .map(Openings::opening)
                .filter(opening -> opening.until() != null && opening.until().isAfter(now));
    }

    private static Opening opening(Document opening) {
        return new Opening(
                new Why(opening.getString("code"), opening.getString("words")),
                opening.getDate("until").toInstant());
    }

    private static String id(SignedIn who, StreamId report) {
        return who.side().code() + "/" + who.bureau() + "/" + who.person() + "/" + report.id();
    }
}
