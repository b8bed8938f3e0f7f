package org.lianzhi.intake.vault;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.lianzhi.journal.Intent;
import org.lianzhi.kit.Store;
import org.lianzhi.model.Side;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** What supervisors held of the looks into the vault. Each review is added; none is ever changed. */
public final class AccessReviews {

    private final MongoCollection<Document> reviews;

    public AccessReviews(MongoDatabaseFactory database) {
        this.reviews = Store.collection(database, "vault_access_reviews");
    }

    /**
     * A review.
     *
     * @param verdict code: {@code reviewed} or {@code questioned}
     * @param by in written form
     */
    public record Review(String verdict, String note, String by, Instant at) {}

    /** Adds a review, once however often it is sent. */
    public void add(Side side, String look, Intent intent, String verdict, String note) {
        // Whoever sends it again has the same intent and the same words, so it is the same element.
        Document review = new Document("id", intent.id())
                .append("verdict", verdict)
                .append("note", note)
                .append("by", intent.actor())
                .append("at", Date.from(intent.at()));
        try {
            add(key(side, look), review);
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getError().getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            add(key(side, look), review);
        }
    }

    private void add(String id, Document review) {
        reviews.updateOne(Filters.eq("_id", id), Updates.addToSet("reviews", review), new UpdateOptions().upsert(true));
    }

    private static String key(Side side, String look) {
        return side.code() + "/" + look;
    }

    /** By look, the earliest first. */
    public Map<String, List<Review>> of(Side side, Collection<String> looks) {
        Map<String, List<Review>> found = new LinkedHashMap<>();
        List<String> ids = looks.stream().map(look -> key(side, look)).toList();
        for (Document document : reviews.find(Filters.in("_id", ids))) {
            List<Review> all = new ArrayList<>();
            document.getList("reviews", Document.class)
                    .forEach(review -> all.add(new Review(
                            review.getString("verdict"),
                            review.getString("note"),
                            review.getString("by"),
                            review.getDate("at").toInstant())));
            found.put(document.getString("_id").substring(side.code().length() + 1), all);
        }
        return found;
    }
}
