package org.lianzhi.intake.vault;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.lianzhi.intake.secret.SecretBytes;
import org.lianzhi.model.RuleViolated;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Photos that came in and do not belong to a filed report yet: sealed, known by id, and swept when nobody files them. */
public final class Uploads {

    private static final String REPORT = "report";
    private static final String SHA_256 = "sha256";

    private final Vault vault;
    private final MongoCollection<Document> waiting;

    public Uploads(Vault vault, MongoDatabaseFactory database) {
        this.vault = vault;
        this.waiting = Store.collection(database, "uploads");
    }

    /**
     * A photo that a report took: with its key, which only the sealed report knows from then on.
     *
     * @param sha256 of the copy
     * @param key in base 64
     */
    public record TakenPhoto(String id, String sha256, String key) {

        SecretBytes secret() {
            return SecretBytes.of(Base64.getDecoder().decode(key));
        }

        @Override
        public String toString() {
            return "a taken photo";
        }
    }

    static String holder(String upload) {
        return "upload/" + upload;
    }

    static String original(String upload) {
        return holder(upload) + "/original";
    }

    static String copy(String upload) {
        return holder(upload) + "/copy";
    }

    /** Seals original and copy. A repetition changes nothing. */
    public void store(String upload, byte[] original, byte[] copy, String sha256, Instant at) {
        if (vault.has(copy(upload))) {
            return;
        }
        SecretBytes key = vault.keyFor(holder(upload), VaultKeys.ofUploads());
        Store.insertIfAbsent(
                waiting, new Document("_id", upload).append(SHA_256, sha256).append("at", Date.from(at)));
        vault.put(key, original(upload), original);
        vault.put(key, copy(upload), copy);
    }

    /**
     * Takes photos for a report; from then on no other report can.
     *
     * @throws RuleViolated when one is unknown, swept, or another report's
     */
    public List<TakenPhoto> take(List<String> uploads, String report) {
        List<TakenPhoto> taken = new ArrayList<>();
        for (String upload : uploads) {
            waiting.updateOne(
                    Filters.and(Filters.eq("_id", upload), Filters.exists(REPORT, false)), Updates.set(REPORT, report));
            Document document = waiting.find(Filters.eq("_id", upload)).first();
            if (document == null || !report.equals(document.getString(REPORT))) {
                throw unknown();
            }
            SecretBytes key = vault.key(holder(upload)).orElseThrow(Uploads::unknown);
            taken.add(new TakenPhoto(
                    upload, document.getString(SHA_256), Base64.getEncoder().encodeToString(key.bytes())));
        }
        return taken;
    }

    private static RuleViolated unknown() {
        return new RuleViolated("report.incomplete", "photos:unknown");
    }

    public Optional<byte[]> copyOf(TakenPhoto photo) {
        return vault.get(photo.secret(), copy(photo.id()));
    }

    /** The report is filed and holds the key: the upload's own goes. */
    public void settle(List<TakenPhoto> photos) {
        for (TakenPhoto photo : photos) {
            vault.forgetKey(holder(photo.id()));
            waiting.deleteOne(Filters.eq("_id", photo.id()));
        }
    }

    /** Those that came before {@code limit}, with the report that took them. */
    List<Waiting> before(Instant limit) {
        List<Waiting> old = new ArrayList<>();
        for (Document document : waiting.find(Filters.lt("at", Date.from(limit)))) {
            old.add(new Waiting(document.getString("_id"), Optional.ofNullable(document.getString(REPORT))));
        }
        return old;
    }

    record Waiting(String upload, Optional<String> report) {}

    /** @param filed whether a filed report took it and holds its key */
    void drop(String upload, boolean filed) {
        vault.forgetKey(holder(upload));
        if (!filed) {
            vault.forget(original(upload));
            vault.forget(copy(upload));
        }
        waiting.deleteOne(Filters.eq("_id", upload));
    }
}
