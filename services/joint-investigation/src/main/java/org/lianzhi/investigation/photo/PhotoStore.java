package org.lianzhi.investigation.photo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.lianzhi.kit.Store;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;

/**
 * The copies, one document each, found by {@code _id}. One that no command has named yet says so, and waits in a list of its own
 * until somebody names or sweeps it: the first of both to write to the copy has it.
 */
@Component
class PhotoStore {

    private static final String ID = "_id";
    private static final String AT = "at";
    private static final String UNNAMED = "unnamed";

    private final MongoCollection<Document> photos;

    /** Small, so that nobody looks through all pictures for what waits; what counts stands with the picture. */
    private final MongoCollection<Document> waiting;

    PhotoStore(MongoDatabaseFactory database) {
        this.photos = Store.collection(database, "photos");
        this.waiting = Store.collection(database, "photos_waiting");
    }

    /**
     * A copy.
     *
     * @param bureau that sent it
     */
    record Kept(String bureau, String sha256, byte[] jpeg) {}

    /** Keeps a copy; one that is there already stays as it is. */
    void keep(String id, Kept photo, Instant at) {
        Store.insertIfAbsent(waiting, new Document(ID, id).append(AT, Date.from(at)));
        Store.insertIfAbsent(
                photos,
                new Document(ID, id)
                        .append("bureau", photo.bureau())
                        .append("sha256", photo.sha256())
                        .append(AT, Date.from(at))
                        .append(UNNAMED, true)
                        .append("jpeg", new Binary(photo.jpeg())));
    }

    Optional<Kept> find(String id) {
        return Optional.ofNullable(photos.find(Filters.eq(ID, id)).first())
                .map(document -> new Kept(
                        document.getString("bureau"),
                        document.getString("sha256"),
                        document.get("jpeg", Binary.class).getData()));
    }

    /** A command is about to name it: from now on nobody sweeps it, also where the command comes to nothing in the end. */
    void named(String id) {
        photos.updateOne(Filters.and(Filters.eq(ID, id), Filters.eq(UNNAMED, true)), Updates.unset(UNNAMED));
        waiting.deleteOne(Filters.eq(ID, id));
    }

    /** Erases those that were sent before {@code limit} and that no command has named. */
    void sweepBefore(Instant limit) {
        List<String> old = new ArrayList<>();
        waiting.find(Filters.lt(AT, Date.from(limit)))
                .map(document -> document.getString(ID))
                .into(old);
        for (String id : old) {
            photos.deleteOne(Filters.and(Filters.eq(ID, id), Filters.eq(UNNAMED, true)));
            waiting.deleteOne(Filters.eq(ID, id));
        }
    }
}
