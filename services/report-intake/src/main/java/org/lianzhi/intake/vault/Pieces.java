package org.lianzhi.intake.vault;

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
import org.lianzhi.intake.secret.SecretBytes;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * Files that come piece by piece over a weak network. Each piece is sealed as it comes, and erased when the file is whole or
 * refused, or when nobody goes on with it.
 */
public final class Pieces {

    private static final String ID = "_id";
    private static final String OFFSET = "offset";
    private static final String COUNT = "count";

    private final Vault vault;
    private final MongoCollection<Document> begun;

    public Pieces(Vault vault, MongoDatabaseFactory database) {
        this.vault = vault;
        this.begun = Store.collection(database, "upload_pieces");
    }

    /**
     * How far a file is.
     *
     * @param offset bytes that are here
     * @param length bytes that it will have
     * @param count pieces that are here
     * @param at when it was begun
     */
    public record Progress(long offset, long length, int count, Instant at) {

        public boolean isWhole() {
            return offset == length;
        }
    }

    private static String holder(String upload) {
        return "pieces/" + upload;
    }

    private static String piece(String upload, int number) {
        return holder(upload) + "/" + number;
    }

    /** Begins a file, or tells how far it is. */
    public Progress begin(String upload, long length, Instant at) {
        Store.insertIfAbsent(
                begun,
                new Document(ID, upload)
                        .append("length", length)
                        .append(OFFSET, 0L)
                        .append(COUNT, 0)
                        .append("at", Date.from(at)));
        return find(upload).orElseThrow(() -> new IllegalStateException("erased in the meantime"));
    }

    public Optional<Progress> find(String upload) {
        return Optional.ofNullable(begun.find(Filters.eq(ID, upload)).first())
                .map(document -> new Progress(
                        document.getLong(OFFSET),
                        document.getLong("length"),
                        document.getInteger(COUNT),
                        document.getDate("at").toInstant()));
    }

    /**
     * Seals the next piece.
     *
     * @return whether it counts; not so when another came at the same time
     */
    public boolean append(String upload, Progress progress, byte[] bytes) {
        SecretBytes key = vault.keyFor(holder(upload), VaultKeys.ofUploads());
        vault.put(key, piece(upload, progress.count()), bytes);
        return begun.updateOne(
                                Filters.and(Filters.eq(ID, upload), Filters.eq(OFFSET, progress.offset())),
                                Updates.combine(
                                        Updates.set(OFFSET, progress.offset() + bytes.length),
                                        Updates.set(COUNT, progress.count() + 1)))
                        .getMatchedCount()
                == 1;
    }

    /** The file; empty when the pieces do not make it. */
    public Optional<byte[]> whole(String upload, Progress progress) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        vault.key(holder(upload)).ifPresent(key -> {
            for (int number = 0; number < progress.count(); number++) {
                vault.get(key, piece(upload, number)).ifPresent(bytes::writeBytes);
            }
        });
        return bytes.size() == progress.length() ? Optional.of(bytes.toByteArray()) : Optional.empty();
    }

    public void drop(String upload) {
        vault.forgetKey(holder(upload));
        for (int number = 0; vault.has(piece(upload, number)); number++) {
            vault.forget(piece(upload, number));
        }
        begun.deleteOne(Filters.eq(ID, upload));
    }

    /** Those that were begun before {@code limit}. */
    List<String> before(Instant limit) {
        List<String> old = new ArrayList<>();
        for (Document document : begun.find(Filters.lt("at", Date.from(limit)))) {
            old.add(document.getString(ID));
        }
        return old;
    }
}
