package org.lianzhi.intake.vault;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.security.SecureRandom;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.lianzhi.intake.secret.KeyRing;
import org.lianzhi.intake.secret.Sealing;
import org.lianzhi.intake.secret.SecretBytes;
import org.lianzhi.kit.ComeBackLater;
import org.lianzhi.kit.Store;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * Sealed parts, each under the data key of its holder; the data key is kept wrapped by a key of the folder. Without its
 * data key nothing of a holder can be read again, so deleting that one document erases all of it.
 */
public final class Vault {

    private static final String ALGORITHM = "algorithm";
    private static final String RING = "ring";
    private static final String KEY = "key";
    private static final String WRAPPED = "wrapped";

    private final VaultKeys keys;
    private final MongoCollection<Document> dataKeys;
    private final MongoCollection<Document> parts;
    private final SecureRandom random = new SecureRandom();

    public Vault(VaultKeys keys, MongoDatabaseFactory database) {
        this.keys = keys;
        this.dataKeys = Store.collection(database, "vault_data_keys");
        this.parts = Store.collection(database, "vault_parts");
    }

    /**
     * The data key of a holder, made if there is none.
     *
     * @param ring by whose current key it is wrapped
     * @throws ComeBackLater when the keys cannot be used; then nothing is stored
     */
    SecretBytes keyFor(String holder, String ring) {
        Optional<SecretBytes> there = key(holder);
        if (there.isPresent()) {
            return there.get();
        }
        KeyRing with = keys.ring(ring);
        SecretBytes made = SecretBytes.random(random);
        return Store.insertIfAbsent(dataKeys, wrapped(holder, ring, with, made))
                ? made
                : key(holder).orElseThrow(() -> new IllegalStateException("erased in the meantime"));
    }

    Optional<SecretBytes> key(String holder) {
        return Optional.ofNullable(dataKeys.find(Filters.eq("_id", holder)).first())
                .map(this::unwrapped);
    }

    private SecretBytes unwrapped(Document document) {
        return SecretBytes.of(Sealing.open(
                keys.find(document.getString(RING), document.getString(KEY)),
                "key of " + document.getString("_id"),
                document.get(WRAPPED, Binary.class).getData()));
    }

    private static Document wrapped(String holder, String ring, KeyRing with, SecretBytes key) {
        return new Document("_id", holder)
                .append(RING, ring)
                .append(KEY, with.current())
                .append(ALGORITHM, Sealing.ALGORITHM)
                .append(WRAPPED, new Binary(Sealing.seal(with.currentKey(), "key of " + holder, key.bytes())));
    }

    /**
     * Wraps data keys anew that an earlier key of the ring wrapped, each by one write, so that it can be stopped at any time
     * and gone on with later.
     *
     * @param most at once
     * @return how many were wrapped anew
     */
    long rewrap(String ring, int most) {
        KeyRing with = keys.ring(ring);
        long done = 0;
        for (Document old : dataKeys.find(earlier(ring, with.current())).limit(most)) {
            Document anew = wrapped(old.getString("_id"), ring, with, unwrapped(old));
            // Erased meanwhile, it must not come back.
            done += dataKeys.replaceOne(
                            Filters.and(Filters.eq("_id", old.getString("_id")), Filters.eq(KEY, old.getString(KEY))),
                            anew)
                    .getModifiedCount();
        }
        return done;
    }

    /** How many data keys an earlier key of the ring still wraps. */
    long earlier(String ring) {
        return dataKeys.countDocuments(earlier(ring, keys.ring(ring).current()));
    }

    private static Bson earlier(String ring, String current) {
        return Filters.and(Filters.eq(RING, ring), Filters.ne(KEY, current));
    }

    boolean hasKey(String holder) {
        return dataKeys.countDocuments(Filters.eq("_id", holder)) > 0;
    }

    /** Seals a part, in the place of what was there under its name. */
    void put(SecretBytes key, String part, byte[] plain) {
        Document document = new Document("_id", part)
                .append(ALGORITHM, Sealing.ALGORITHM)
                .append("sealed", new Binary(Sealing.seal(key, part, plain)));
        parts.replaceOne(Filters.eq("_id", part), document, new ReplaceOptions().upsert(true));
    }

    Optional<byte[]> get(SecretBytes key, String part) {
        return Optional.ofNullable(parts.find(Filters.eq("_id", part)).first())
                .map(document -> Sealing.open(
                        key, part, document.get("sealed", Binary.class).getData()));
    }

    boolean has(String part) {
        return parts.countDocuments(Filters.eq("_id", part)) > 0;
    }

    void forget(String part) {
        parts.deleteOne(Filters.eq("_id", part));
    }

    void forgetKey(String holder) {
        dataKeys.deleteOne(Filters.eq("_id", holder));
    }
}
