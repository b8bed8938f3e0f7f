package org.lianzhi.kit;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * Files that come piece by piece over a weak network: how far each is, and whose. The pieces are erased when the file is
 * whole or refused, or when nobody goes on with it.
 */
public final class Pieces {

    private static final String ID = "_id";
    private static final String OFFSET = "offset";
    private static final String COUNT = "count";
    private static final String OWNER = "owner";

    private final Bytes bytes;
    private final MongoCollection<Document> begun;

    /** @param name of the collection that says how far they are */
    public Pieces(Bytes bytes, MongoDatabaseFactory database, String name) {
        this.bytes = bytes;
        this.begun = Store.collection(database, name);
    }

    /** Where the pieces themselves lie, and whether sealed. */
    public interface Bytes {

        void put(String upload, int number, byte[] piece);

        Optional<byte[]> get(String upload, int number);

        /**
         * Erases those numbered from 0 to {@code count}, whichever of them are there: one beyond the count may have been put
         * and not counted, and an earlier attempt may have failed half-way.
         */
        void forget(String upload, int count);
    }

    /**
     * How far a file is.
     *
     * @param owner who began it
     * @param offset bytes that are here
     * @param length bytes that it will have
     * @param count pieces that are here
     */
    public record Progress(String owner, long offset, long length, int count) {

        public boolean isWhole() {
            return offset == length;
        }
    }

    /** Begins a file, or tells how far it is. */
    public Progress begin(String owner, String upload, long length, Instant at) {
        Store.insertIfAbsent(
                begun,
                new Document(ID, upload)
                        .append(OWNER, owner)
                        .append("length", length)
                        .append(OFFSET, 0L)
                        .append(COUNT, 0)
                        .append("at", Date.from(at)));
        return find(owner, upload).orElseThrow(() -> new IllegalStateException("erased in the meantime"));
    }

    /** Only for who began it. */
    public Optional<Progress> find(String owner, String upload) {
        return document(upload)
                .map(document -> new Progress(
                        // An earlier version did not write it down.
                        document.get(OWNER, owner),
                        document.getLong(OFFSET),
                        document.getLong("length"),
                        document.getInteger(COUNT)))
                .filter(progress -> progress.owner().equals(owner));
    }

    private Optional<Document> document(String upload) {
        return Optional.ofNullable(begun.find(Filters.eq(ID, upload)).first());
    }

    /**
     * Keeps the next piece.
     *
     * @return whether it counts; not so when another came at the same time
     */
    public boolean append(String upload, Progress progress, byte[] piece) {
        bytes.put(upload, progress.count(), piece);
        boolean counts = begun.updateOne(
                                Filters.and(Filters.eq(ID, upload), Filters.eq(OFFSET, progress.offset())),
                                Updates.combine(
                                        Updates.set(OFFSET, progress.offset() + piece.length),
                                        Updates.set(COUNT, progress.count() + 1)))
                        .getMatchedCount()
                == 1;
        if (!counts && document(upload).isEmpty()) {
            // The file was finished or given up meanwhile: nobody else would ever erase this piece.
            bytes.forget(upload, progress.count());
        }
        return counts;
    }

    /** The file; empty when the pieces do not make it. */
    public Optional<byte[]> whole(String upload, Progress progress) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int number = 0; number < progress.count(); number++) {
            bytes.get(upload, number).ifPresent(whole::writeBytes);
        }
        return whole.size() == progress.length() ? Optional.of(whole.toByteArray()) : Optional.empty();
    }

    /** Erases it. What says how many pieces there are goes last: after a failure the next attempt still knows. */
    public void drop(String upload) {
        for (Optional<Document> next = document(upload); next.isPresent(); next = document(upload)) {
            int count = next.get().getInteger(COUNT);
            bytes.forget(upload, count);
            // Not where one more has come meanwhile.
            begun.deleteOne(Filters.and(Filters.eq(ID, upload), Filters.eq(COUNT, count)));
        }
    }

    /**
     * Drops those that were begun before {@code limit}.
     *
     * @return how many
     */
    public int dropBefore(Instant limit) {
        List<String> old = new ArrayList<>();
        begun.find(Filters.lt("at", Date.from(limit)))
                .map(document -> document.getString(ID))
                .into(old);
        old.forEach(this::drop);
        return old.size();
    }
}
