package org.lianzhi.intake.vault;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.secret.KeyFolder;
import org.lianzhi.intake.secret.KeyRing;
import org.lianzhi.intake.secret.KeyedDigest;
import org.lianzhi.intake.secret.KeysUnusable;
import org.lianzhi.intake.secret.SecretBytes;
import org.lianzhi.kit.ComeBackLater;
import org.lianzhi.kit.Store;
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
    private final Map<String, Opened> rings = new ConcurrentHashMap<>();

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

    /** @param changed when its file was changed last */
    private record Opened(KeyRing ring, Optional<FileTime> changed) {}

    /** @throws ComeBackLater when the keys cannot be used */
    KeyRing ring(String purpose) {
        Opened known = rings.get(purpose);
        if (known == null) {
            return open(purpose);
        }
        // Another instance may have made a new key. A file that is gone is no reason to stop what is running.
        Optional<FileTime> changed = folder.changed(purpose);
        return changed.isEmpty() || changed.equals(known.changed()) ? known.ring() : open(purpose);
    }

    /**
     * A key of a ring, the current one or an earlier one.
     *
     * @throws ComeBackLater when it is not there, as when a backup needs a retired key that was taken away
     */
    SecretBytes find(String purpose, String id) {
        return ring(purpose).find(id).orElseThrow(() -> closed("the key " + id + " of " + purpose + " is not there"));
    }

    /** All rings that were ever used and can be changed; the tracking key cannot: all codes would be void. */
    List<String> rings() {
        List<String> purposes = new ArrayList<>();
        marks.find().forEach(mark -> purposes.add(mark.getString("_id")));
        return purposes.stream()
                .filter(purpose -> !purpose.equals(TRACKING))
                .sorted()
                .toList();
    }

    /** Makes a new key for a ring. What earlier keys wrapped opens as before. */
    synchronized void renew(String purpose) {
        try {
            folder.append(purpose);
        } catch (KeysUnusable e) {
            throw closed(String.valueOf(e.getMessage()));
        }
        mark(purpose, open(purpose));
    }

    private void mark(String purpose, KeyRing ring) {
        marks.updateOne(
                Filters.eq("_id", purpose),
                Updates.combine(
                        Updates.set("key", ring.current()), Updates.set("mark", fingerprint(ring.currentKey()))));
    }

    /** Puts the earlier keys of a ring aside, once nothing is wrapped by them. */
    synchronized int retire(String purpose) {
        // A run that died before it marked its key left the mark on one that may be taken away soon.
        mark(purpose, open(purpose));
        try {
            int retired = folder.retire(purpose);
            open(purpose);
            return retired;
        } catch (KeysUnusable e) {
            throw closed(String.valueOf(e.getMessage()));
        }
    }

    private static ComeBackLater closed(String why) {
        LOG.error("the vault is closed: {}", why);
        return ComeBackLater.unavailable("vault.unavailable", LATER);
    }

    private synchronized KeyRing open(String purpose) {
        try {
            Document mark = marks.find(Filters.eq("_id", purpose)).first();
            if (mark == null && !folder.has(purpose)) {
                folder.create(purpose);
            }
            Optional<FileTime> changed = folder.changed(purpose);
            KeyRing ring = folder.open(purpose);
            check(purpose, mark, ring);
            rings.put(purpose, new Opened(ring, changed));
            return ring;
        } catch (KeysUnusable e) {
            throw closed(String.valueOf(e.getMessage()));
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
