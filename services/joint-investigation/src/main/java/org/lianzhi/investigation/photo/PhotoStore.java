package org.lianzhi.investigation.photo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.lianzhi.kit.Store;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;

/** The copies, one document each, found by {@code _id}. */
@Component
class PhotoStore {

    private final MongoCollection<Document> photos;

    PhotoStore(MongoDatabaseFactory database) {
        this.photos = Store.collection(database, "photos");
    }

    /**
     * A copy.
     *
     * @param bureau that sent it
     */
    record Kept(String bureau, String sha256, byte[] jpeg) {}

    /** Keeps a copy; one that is there already stays as it is. */
    void keep(String id, Kept photo, Instant at) {
        Store.insertIfAbsent(
                photos,
                new Document("_id", id)
                        .append("bureau", photo.bureau())
                        .append("sha256", photo.sha256())
                        .append("at", Date.from(at))
                        .append("jpeg", new Binary(photo.jpeg())));
    }

    Optional<Kept> find(String id) {
        return Optional.ofNullable(photos.find(Filters.eq("_id", id)).first())
                .map(document -> new Kept(
                        document.getString("bureau"),
                        document.getString("sha256"),
                        document.get("jpeg", Binary.class).getData()));
    }
}
