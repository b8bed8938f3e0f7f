package org.lianzhi.intake.tracking;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.HexFormat;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.secret.KeyedDigest;
import org.lianzhi.intake.secret.SlowHash;
import org.lianzhi.intake.vault.VaultKeys;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.Store;
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

    /**
     * What a code leads to.
     *
     * @param commit by which it was given: whether it still opens anything is for the record to say; null in entries of an
     *     earlier version, which knew filing alone
     */
    record Entry(StreamId report, @Nullable String commit) {}

    /** The code that a commit gives, entered into the index; the same however often it is asked for. */
    public Issued register(String commitId, StreamId report) {
        TrackingCode code = TrackingCode.derive(keys.tracking(), commitId);
        enter(hash(code), report, commitId);
        TrackingSecret secret = TrackingSecret.derive(keys.tracking(), commitId);
        enter(hash(secret), report, commitId);
        return new Issued(code.inGroups(), secret.text());
    }

    private void enter(String hash, StreamId report, String commit) {
        Store.insertIfAbsent(
                index,
                new Document("_id", hash).append("report", report.toString()).append("commit", commit));
        if (!find(hash).map(Entry::report).equals(Optional.of(report))) {
            throw new IllegalStateException("two reports have one code: the new one cannot be filed");
        }
    }

    /** The report that a commit has given a code for already. */
    public Optional<StreamId> reportOf(String commitId) {
        return find(TrackingSecret.derive(keys.tracking(), commitId)).map(Entry::report);
    }

    /** The secret that a commit gave; empty where an earlier version gave a code alone. */
    Optional<TrackingSecret> secret(String commitId) {
        TrackingSecret secret = TrackingSecret.derive(keys.tracking(), commitId);
        return find(secret).map(entry -> secret);
    }

    Optional<Entry> find(TrackingSecret secret) {
        return find(hash(secret));
    }

    Optional<Entry> find(TrackingCode code) {
        return find(hash(code));
    }

    private Optional<Entry> find(String hash) {
        return Optional.ofNullable(index.find(Filters.eq("_id", hash)).first())
                .map(document -> new Entry(StreamId.parse(document.getString("report")), document.getString("commit")));
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
