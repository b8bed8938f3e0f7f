package org.lianzhi.intake.vault;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.secret.KeyFolder;
import org.lianzhi.intake.secret.KeyRing;
import org.lianzhi.intake.secret.KeyedDigest;
import org.lianzhi.intake.secret.KeysUnusable;
import org.lianzhi.intake.secret.SecretBytes;
import org.lianzhi.kit.ComeBackLater;
import org.lianzhi.model.Side;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * The keys by which data keys are wrapped, and the tracking key. A key is made only where the store has never seen one:
 * with a mark of a key in the store and another key, or none, in the folder, nothing is accepted any more.
 */
public final class VaultKeys {

    private static final Logger LOG = LoggerFactory.getLogger(VaultKeys.class);
    private static final String UPLOADS = "uploads";
    private static final String TRACKING = "tracking";
    private static final Duration LATER = Duration.ofMinutes(1);

    private final KeyFolder folder;
    private final MongoCollection<Document> marks;
    private final Map<String, KeyRing> rings = new ConcurrentHashMap<>();

    public VaultKeys(KeyFolder folder, MongoDatabaseFactory database) {
        this.folder = folder;
        this.marks = Store.collection(database, "vault_key_marks");
    }

    /** Name of the ring of a side. */
    public static String of(Side side) {
        return "vault-" + side.code();
    }

    /** Name of the ring for what came in before it is known which side it is for. */
    public static String ofUploads() {
        return UPLOADS;
    }

    /** Under which tracking codes are made and looked up. */
    public SecretBytes tracking() {
        return ring(TRACKING).currentKey();
    }

    /** @throws ComeBackLater when the keys cannot be used */
    KeyRing ring(String purpose) {
        KeyRing known = rings.get(purpose);
        return known == null ? open(purpose) : known;
    }

    private synchronized KeyRing open(String purpose) {
        try {
            Document mark = marks.find(Filters.eq("_id", purpose)).first();
            if (mark == null && !folder.has(purpose)) {
                folder.create(purpose);
            }
            KeyRing ring = folder.open(purpose);
            check(purpose, mark, ring);
            rings.put(purpose, ring);
            return ring;
        } catch (KeysUnusable e) {
            LOG.error("the vault is closed: {}", e.getMessage());
            throw ComeBackLater.unavailable("vault.unavailable", LATER);
        }
    }

    private void check(String purpose, @Nullable Document mark, KeyRing ring) {
        if (mark == null) {
            Store.insertIfAbsent(
                    marks,
                    new Document("_id", purpose)
                            .append("key", ring.current())
                            .append("mark", fingerprint(ring.currentKey())));
            return;
        }
        boolean same = ring.find(mark.getString("key"))
                .map(key -> fingerprint(key).equals(mark.getString("mark")))
                .orElse(false);
        if (!same) {
            throw new KeysUnusable("the keys for " + purpose + " are not those that the data were sealed with", null);
        }
    }

    private static String fingerprint(SecretBytes key) {
        return HexFormat.of().formatHex(KeyedDigest.of(key, "mark"));
    }
}
