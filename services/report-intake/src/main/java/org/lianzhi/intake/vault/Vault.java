package org.lianzhi.intake.vault;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.security.SecureRandom;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.lianzhi.intake.secret.KeyRing;
import org.lianzhi.intake.secret.Sealing;
import org.lianzhi.intake.secret.SecretBytes;
import org.lianzhi.kit.ComeBackLater;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * Sealed parts, each under the data key of its holder; the data key is kept wrapped by a key of the folder. Without its
 * data key nothing of a holder can be read again, so deleting that one document erases all of it.
 */
public final class Vault {

    private static final String ALGORITHM = "algorithm";

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
        Document document = new Document("_id", holder)
                .append("ring", ring)
                .append("key", with.current())
                .append(ALGORITHM, Sealing.ALGORITHM)
                .append("wrapped", new Binary(Sealing.seal(with.currentKey(), "key of " + holder, made.bytes())));
        return Store.insertIfAbsent(dataKeys, document)
                ? made
                : key(holder).orElseThrow(() -> new IllegalStateException("erased in the meantime"));
    }

    Optional<SecretBytes> key(String holder) {
        return Optional.ofNullable(dataKeys.find(Filters.eq("_id", holder)).first())
                .map(document -> SecretBytes.of(Sealing.open(
                        keys.ring(document.getString("ring"))
                                .find(document.getString("key"))
                                .orElseThrow(),
                        "key of " + holder,
                        document.get("wrapped", Binary.class).getData())));
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
