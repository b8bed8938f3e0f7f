package org.lianzhi.intake.vault;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.Document;
import org.lianzhi.intake.secret.SecretBytes;
import org.lianzhi.intake.vault.Uploads.TakenPhoto;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.ComeBackLater;
import org.lianzhi.kit.Store;
import org.lianzhi.model.Side;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The sealed side of reports. Entries are written before the journal's commit; those without a commit are swept. */
public final class ReportVault {

    private static final String AT = "at";
    private static final String SWEPT = "swept";
    private static final Duration WHILE_SWEPT = Duration.ofMinutes(1);

    private final Vault vault;
    private final MongoCollection<Document> pending;
    private final JsonMapper json;
    private final Predicate<StreamId> erased;

    /** @param erased what must not be opened even where its key is there, as after a restore */
    public ReportVault(Vault vault, MongoDatabaseFactory database, JsonMapper json, Predicate<StreamId> erased) {
        this.vault = vault;
        this.erased = erased;
        this.pending = Store.collection(database, "vault_pending");
        this.json = json.rebuild()
                // An older entry may say more than is asked today.
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    private static String holder(StreamId report) {
        return "report/" + report.id();
    }

    private static String form(StreamId report) {
        return holder(report) + "/form";
    }

    private Optional<SecretBytes> key(StreamId report) {
        return erased.test(report) ? Optional.empty() : vault.key(holder(report));
    }

    public Optional<ReportEntry> open(StreamId report) {
        return key(report)
                .flatMap(key -> vault.get(key, form(report)))
                .map(plain -> json.readValue(plain, ReportEntry.class));
    }

    /**
     * With its places as officers corrected them since.
     *
     * @param corrections ids of the commits that tell of it, the earliest first
     */
    public Optional<ReportEntry> openCorrected(StreamId report, List<String> corrections) {
        return open(report)
                .map(entry -> corrections.stream()
                        .flatMap(commit -> movedOf(report, commit).stream())
                        .reduce(entry, ReportEntry::with, (first, second) -> second));
    }

    /** Seals where a pin was and is, under the id of the commit that will tell of it. */
    public void putMoved(StreamId report, String commit, Moved moved) {
        key(report).ifPresent(key -> vault.put(key, moved(report, commit), json.writeValueAsBytes(moved)));
    }

    public Optional<Moved> movedOf(StreamId report, String commit) {
        return key(report)
                .flatMap(key -> vault.get(key, moved(report, commit)))
                .map(plain -> json.readValue(plain, Moved.class));
    }

    private static String moved(StreamId report, String commit) {
        return holder(report) + "/moved/" + commit;
    }

    /**
     * Keeps the sweep away from a report that is about to be committed, also from what an earlier attempt sealed.
     *
     * @param now not when it was claimed, which may be long ago
     * @throws ComeBackLater while the sweep erases what an earlier attempt sealed
     */
    public void expect(StreamId report, Instant now) {
        // Between the first two the same, sent twice at once, may have been settled.
        boolean kept = erased.test(report)
                || beginToExpect(report, now)
                || expectOn(report, now)
                || beginToExpect(report, now);
        if (!kept) {
            throw ComeBackLater.unavailable("vault.unavailable", WHILE_SWEPT);
        }
    }

    private boolean beginToExpect(StreamId report, Instant now) {
        return Store.insertIfAbsent(pending, new Document("_id", report.toString()).append(AT, Date.from(now)));
    }

    private boolean expectOn(StreamId report, Instant now) {
        return pending.updateOne(
                                Filters.and(Filters.eq("_id", report.toString()), Filters.exists(SWEPT, false)),
                                Updates.set(AT, Date.from(now)))
                        .getMatchedCount()
                == 1;
    }

    /**
     * Marks one as swept, so that nobody files it before it is erased.
     *
     * @return false where somebody has begun to file it again since it was listed
     */
    boolean sweep(StreamId report, Instant limit) {
        return pending.updateOne(
                                Filters.and(Filters.eq("_id", report.toString()), Filters.lt(AT, Date.from(limit))),
                                Updates.set(SWEPT, true))
                        .getMatchedCount()
                == 1;
    }

    /** Seals the entry of a report that is expected; one that was erased does not come back with a late repetition. */
    public void put(StreamId report, ReportEntry entry) {
        if (erased.test(report)) {
            return;
        }
        SecretBytes key = vault.keyFor(holder(report), VaultKeys.of(new Side(report.side())));
        vault.put(key, form(report), json.writeValueAsBytes(entry));
    }

    /** The commit is there. */
    public void settle(StreamId report) {
        pending.deleteOne(Filters.eq("_id", report.toString()));
    }

    /** Words that a reporter added later, under the id of the commit that they belong to. */
    public void putWords(StreamId report, String commit, String words) {
        key(report).ifPresent(key -> vault.put(key, words(report, commit), words.getBytes(StandardCharsets.UTF_8)));
    }

    public Optional<String> wordsOf(StreamId report, String commit) {
        return key(report)
                .flatMap(key -> vault.get(key, words(report, commit)))
                .map(plain -> new String(plain, StandardCharsets.UTF_8));
    }

    /**
     * Seals what a reporter adds, under the id of the commit that will tell of it.
     *
     * @return false when the report was erased: there is no key any more
     */
    public boolean putAddition(StreamId report, String commit, Addition addition) {
        var key = key(report);
        key.ifPresent(there -> vault.put(there, addition(report, commit), json.writeValueAsBytes(addition)));
        return key.isPresent();
    }

    public Optional<Addition> additionOf(StreamId report, String commit) {
        return key(report)
                .flatMap(key -> vault.get(key, addition(report, commit)))
                .map(plain -> json.readValue(plain, Addition.class));
    }

    /** What covers faces and plates of a photo, and the copy that came of it; in the place of what covered it before. */
    public void putCover(StreamId report, String photo, Cover cover, byte[] jpeg) {
        key(report).ifPresent(key -> {
            // Under its digest: a copy that was released stays as it was released.
            vault.put(key, coveredPart(report, photo, cover.sha256()), jpeg);
            vault.put(key, holder(report) + "/cover/" + photo, json.writeValueAsBytes(cover));
        });
    }

    /** Empty where nothing is covered. */
    public Optional<Cover> coverOf(StreamId report, String photo) {
        return key(report)
                .flatMap(key -> vault.get(key, holder(report) + "/cover/" + photo))
                .map(plain -> json.readValue(plain, Cover.class))
                .filter(cover -> !cover.boxes().isEmpty());
    }

    /** The copy with that digest, if one was made. */
    public Optional<byte[]> covered(StreamId report, String photo, String sha256) {
        return sha256.matches("[0-9a-f]{64}")
                ? key(report).flatMap(key -> vault.get(key, coveredPart(report, photo, sha256)))
                : Optional.empty();
    }

    private static String coveredPart(StreamId report, String photo, String sha256) {
        return holder(report) + "/covered/" + photo + "/" + sha256;
    }

    /**
     * All photos that a report has.
     *
     * @param additions ids of the commits by which something was added
     */
    public List<TakenPhoto> photos(StreamId report, List<String> additions) {
        Stream<TakenPhoto> first = open(report).stream().flatMap(entry -> entry.photos().stream());
        Stream<TakenPhoto> later = additions.stream()
                .flatMap(commit -> additionOf(report, commit).stream())
                .flatMap(addition -> addition.photos().stream());
        return Stream.concat(first, later).toList();
    }

    /** One of them; empty for what is none of this report's. */
    public Optional<TakenPhoto> photo(StreamId report, List<String> additions, String id) {
        return photos(report, additions).stream()
                .filter(photo -> photo.id().equals(id))
                .findFirst();
    }

    private static String addition(StreamId report, String commit) {
        return holder(report) + "/addition/" + commit;
    }

    private static String words(StreamId report, String commit) {
        return holder(report) + "/words/" + commit;
    }

    List<StreamId> pendingBefore(Instant limit) {
        List<StreamId> old = new ArrayList<>();
        for (Document document : pending.find(Filters.lt(AT, Date.from(limit)))) {
            old.add(StreamId.parse(document.getString("_id")));
        }
        return old;
    }

    /**
     * Destroys the data key: what it sealed cannot be opened by anybody any more.
     *
     * @return whether there was one
     */
    public boolean erase(StreamId report) {
        boolean there = vault.hasKey(holder(report));
        vault.forgetKey(holder(report));
        vault.forget(form(report));
        settle(report);
        return there;
    }
}
