package org.lianzhi.intake.tracking;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.HexFormat;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.secret.KeyedDigest;
import org.lianzhi.intake.secret.SlowHash;
import org.lianzhi.intake.vault.Store;
import org.lianzhi.intake.vault.VaultKeys;
import org.lianzhi.journal.StreamId;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * Which report a tracking code or secret is for. Of a code only a slow hash is kept, because it could be found by trying;
 * of a secret a quick one is enough.
 */
public final class TrackingCodes {

    private final VaultKeys keys;
    private final SlowHash.Cost cost;
    private final MongoCollection<Document> index;
    private @Nullable SlowHash slow;

    public TrackingCodes(VaultKeys keys, SlowHash.Cost cost, MongoDatabaseFactory database) {
        this.keys = keys;
        this.cost = cost;
        this.index = Store.collection(database, "tracking_codes");
    }

    /**
     * What the reporter gets; each opens the report.
     *
     * @param code in groups of four, as it is shown
     * @param secret for a QR code
     */
    public record Issued(String code, String secret) {

        @Override
        public String toString() {
            return "a tracking code";
        }
    }

    /** The code of a report, entered into the index; the same however often it is asked for. */
    public Issued register(String commitId, StreamId report) {
        TrackingCode code = TrackingCode.derive(keys.tracking(), commitId);
        enter(hash(code), report);
        TrackingSecret secret = TrackingSecret.derive(keys.tracking(), commitId);
        enter(hash(secret), report);
        return new Issued(code.inGroups(), secret.text());
    }

    private void enter(String hash, StreamId report) {
        Store.insertIfAbsent(index, new Document("_id", hash).append("report", report.toString()));
        if (!find(hash).equals(Optional.of(report))) {
            throw new IllegalStateException("two reports have one code: the new one cannot be filed");
        }
    }

    Optional<StreamId> find(TrackingSecret secret) {
        return find(hash(secret));
    }

    Optional<StreamId> find(TrackingCode code) {
        return find(hash(code));
    }

    private Optional<StreamId> find(String hash) {
        return Optional.ofNullable(index.find(Filters.eq("_id", hash)).first())
                .map(document -> StreamId.parse(document.getString("report")));
    }

    private String hash(TrackingSecret secret) {
        return HexFormat.of().formatHex(KeyedDigest.of(keys.tracking(), "tracking-secret-index", secret.text()));
    }

    private String hash(TrackingCode code) {
        return HexFormat.of().formatHex(slow().of(code.digits()));
    }

    /** Made at first use: a service starts also while its keys are away. */
    private synchronized SlowHash slow() {
        SlowHash made = slow == null ? new SlowHash(keys.tracking(), cost) : slow;
        slow = made;
        return made;
    }
}
