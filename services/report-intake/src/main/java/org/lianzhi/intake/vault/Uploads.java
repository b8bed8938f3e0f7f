package org.lianzhi.intake.vault;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.secret.SecretBytes;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.ComeBackLater;
import org.lianzhi.kit.Store;
import org.lianzhi.model.RuleViolated;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Photos that came in and do not belong to a filed report yet: sealed, known by id, and swept when nobody files them. */
public final class Uploads {

    private static final String REPORT = "report";

    /** Reports that had taken it before, and were not filed when the next one took it. */
    private static final String EARLIER = "earlier";

    private static final String SHA_256 = "sha256";
    private static final String TYPE = "type";
    private static final String AT = "at";

    /** Set by the sweep before it erases anything: from then on nobody takes it. */
    private static final String SWEPT = "swept";

    /** A store's document holds 16 MiB at most. */
    private static final int PIECE = 8 << 20;

    private static final byte[] NO_COPY = {};

    /** How long a filing may be under way: for so long nobody else takes its photos. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(1);

    private final Vault vault;
    private final Predicate<StreamId> filed;
    private final MongoCollection<Document> waiting;

    /** @param filed whether a report is in the journal */
    public Uploads(Vault vault, MongoDatabaseFactory database, Predicate<StreamId> filed) {
        this.vault = vault;
        this.filed = filed;
        this.waiting = Store.collection(database, "uploads");
    }

    /**
     * A photo that a report took: with its key, which only the sealed report knows from then on.
     *
     * @param sha256 of the copy; of the original where there is no copy
     * @param key in base 64
     * @param type of an original that is kept and not shown; null for a photo, of which there is a copy
     */
    public record TakenPhoto(
            String id, String sha256, String key, @Nullable String type) {

        public boolean isShown() {
            return type == null;
        }

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

    private static String original(String upload, int piece) {
        return piece == 0 ? original(upload) : original(upload) + "/" + piece;
    }

    /** Seals original and copy. A repetition changes nothing. */
    public void store(String upload, byte[] original, byte[] copy, String sha256, Instant at) {
        seal(upload, original, copy, new Document("_id", upload).append(SHA_256, sha256), at);
    }

    /** Seals an original of which there is no copy. A repetition changes nothing. */
    public void storeUnshown(String upload, byte[] original, String type, String sha256, Instant at) {
        Document document = new Document("_id", upload).append(SHA_256, sha256).append(TYPE, type);
        seal(upload, original, NO_COPY, document, at);
    }

    /** The copy comes last: where it stands, all of the upload does. */
    private void seal(String upload, byte[] original, byte[] copy, Document document, Instant at) {
        if (has(upload)) {
            return;
        }
        SecretBytes key = vault.keyFor(holder(upload), VaultKeys.ofUploads());
        Store.insertIfAbsent(waiting, document.append(AT, Date.from(at)));
        for (int piece = 0; piece == 0 || piece * PIECE < original.length; piece++) {
            int end = Math.min(original.length, (piece + 1) * PIECE);
            vault.put(key, original(upload, piece), Arrays.copyOfRange(original, piece * PIECE, end));
        }
        vault.put(key, copy(upload), copy);
    }

    /** Whether all of it is here. */
    public boolean has(String upload) {
        return vault.has(copy(upload));
    }

    /** An upload that is no report's yet. */
    public record Stored(String sha256, @Nullable String type, byte[] original) {}

    public Optional<Stored> waiting(String upload) {
        Document document = waiting.find(Filters.eq("_id", upload)).first();
        return document == null || !has(upload)
                ? Optional.empty()
                : vault.key(holder(upload))
                        .flatMap(key -> original(key, upload))
                        .map(bytes -> new Stored(document.getString(SHA_256), document.getString(TYPE), bytes));
    }

    /**
     * Takes photos for a report; from then on no other report can, unless this one is not filed, and the sweep leaves them
     * alone like new ones.
     *
     * @throws RuleViolated when one is unknown, swept, or another report's
     * @throws ComeBackLater when another report has just taken one and may yet be filed
     */
    public List<TakenPhoto> take(List<String> uploads, String report, Instant now) {
        List<TakenPhoto> taken = new ArrayList<>();
        for (String upload : uploads) {
            boolean own = take(upload, Filters.exists(REPORT, false), report, now)
                    || take(upload, Filters.eq(REPORT, report), report, now)
                    || takeOver(upload, report, now);
            Document document = waiting.find(Filters.eq("_id", upload)).first();
            if (!own || document == null) {
                throw unknown();
            }
            SecretBytes key = vault.key(holder(upload)).orElseThrow(Uploads::unknown);
            taken.add(new TakenPhoto(
                    upload,
                    document.getString(SHA_256),
                    Base64.getEncoder().encodeToString(key.bytes()),
                    document.getString(TYPE)));
        }
        return taken;
    }

    private boolean take(String upload, Bson as, String report, Instant now) {
        return waiting.updateOne(
                                Filters.and(Filters.eq("_id", upload), as, Filters.exists(SWEPT, false)),
                                Updates.combine(Updates.set(REPORT, report), Updates.set(AT, Date.from(now))))
                        .getMatchedCount()
                == 1;
    }

    /**
     * From a report that came to nothing: whoever corrects a word after a failure sends another one. Should the first one be
     * filed after all, however late, then both have the photo, as each holds the key; so it is not forgotten who had it.
     */
    private boolean takeOver(String upload, String report, Instant now) {
        Document document = waiting.find(Filters.eq("_id", upload)).first();
        String holder = document == null ? null : document.getString(REPORT);
        if (document == null || holder == null || document.containsKey(SWEPT) || isFiled(holder)) {
            return false;
        }
        Instant taken = document.getDate(AT).toInstant();
        if (now.isBefore(taken.plus(UNDER_WAY))) {
            throw ComeBackLater.unavailable("report.under-way", Duration.between(now, taken.plus(UNDER_WAY)));
        }
        Bson asRead = Filters.and(Filters.eq(REPORT, holder), Filters.eq(AT, Date.from(taken)));
        return waiting.updateOne(
                                Filters.and(Filters.eq("_id", upload), asRead, Filters.exists(SWEPT, false)),
                                Updates.combine(
                                        Updates.set(REPORT, report),
                                        Updates.set(AT, Date.from(now)),
                                        Updates.addToSet(EARLIER, holder)))
                        .getMatchedCount()
                == 1;
    }

    private boolean isFiled(String report) {
        return filed.test(StreamId.parse(report));
    }

    private static RuleViolated unknown() {
        return new RuleViolated("report.incomplete", "photos:unknown");
    }

    public Optional<byte[]> copyOf(TakenPhoto photo) {
        return photo.isShown() ? vault.get(photo.secret(), copy(photo.id())) : Optional.empty();
    }

    /** Of what is kept and not shown: as it came. */
    public Optional<byte[]> originalOf(TakenPhoto unshown) {
        return unshown.isShown() ? Optional.empty() : original(unshown.secret(), unshown.id());
    }

    private Optional<byte[]> original(SecretBytes key, String upload) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        Optional<byte[]> next = vault.get(key, original(upload));
        for (int piece = 1; next.isPresent(); piece++) {
            whole.writeBytes(next.get());
            next = vault.get(key, original(upload, piece));
        }
        return whole.size() == 0 ? Optional.empty() : Optional.of(whole.toByteArray());
    }

    /** The report is filed and holds the key: the upload's own goes. */
    public void settle(List<TakenPhoto> photos) {
        for (TakenPhoto photo : photos) {
            vault.forgetKey(holder(photo.id()));
            waiting.deleteOne(Filters.eq("_id", photo.id()));
        }
    }

    /** Those that came before {@code limit}, with the reports that took them. */
    List<Waiting> before(Instant limit) {
        List<Waiting> old = new ArrayList<>();
        for (Document document : waiting.find(Filters.lt(AT, Date.from(limit)))) {
            old.add(new Waiting(
                    document.getString("_id"),
                    Optional.ofNullable(document.getString(REPORT)),
                    document.getList(EARLIER, String.class, List.of())));
        }
        return old;
    }

    /**
     * An upload that waits.
     *
     * @param report that took it last
     * @param earlier that took it before
     */
    record Waiting(String upload, Optional<String> report, List<String> earlier) {}

    /** Whether a report that took it is filed, and so holds its key. */
    boolean isFiled(Waiting upload) {
        return Stream.concat(upload.report().stream(), upload.earlier().stream())
                .anyMatch(this::isFiled);
    }

    /**
     * Marks one as swept, so that nobody takes it any more.
     *
     * @return false where somebody took it since it was listed
     */
    boolean sweep(Waiting listed, Instant limit) {
        Bson asListed = listed.report()
                .map(report -> Filters.eq(REPORT, report))
                .orElseGet(() -> Filters.exists(REPORT, false));
        return waiting.updateOne(
                                Filters.and(
                                        Filters.eq("_id", listed.upload()), asListed, Filters.lt(AT, Date.from(limit))),
                                Updates.set(SWEPT, true))
                        .getMatchedCount()
                == 1;
    }

    /** From the last piece to the first: where it fails half-way, the next attempt finds all that are left. */
    private void forgetOriginal(String upload) {
        int pieces = 1;
        while (vault.has(original(upload, pieces))) {
            pieces++;
        }
        while (pieces > 0) {
            pieces--;
            vault.forget(original(upload, pieces));
        }
    }

    /** @param filed whether a filed report took it and holds its key */
    void drop(String upload, boolean filed) {
        vault.forgetKey(holder(upload));
        if (!filed) {
            forgetOriginal(upload);
            vault.forget(copy(upload));
        }
        waiting.deleteOne(Filters.eq("_id", upload));
    }
}
