package org.lianzhi.journal;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** The journal as the relay sees it: which commits were sent, and the mark, which is the one field that ever changes. */
final class RelayMarks {

    private static final Logger LOG = LoggerFactory.getLogger(RelayMarks.class);

    /** Small enough for a stream that has few. */
    private static final int ASKED_AT_ONCE = 256;

    private final MongoCollection<Document> journal;

    RelayMarks(MongoDatabaseFactory database) {
        this.journal = MongoJournal.durable(database.getMongoDatabase().getCollection(CommitDocuments.COLLECTION));
    }

    /** So that a sweep reads what has no mark and nothing else, on a store that can; where it is there, nothing is done. */
    void index() {
        journal.createIndex(
                Indexes.ascending(CommitDocuments.RELAYED_AT),
                new IndexOptions().partialFilterExpression(Filters.eq(CommitDocuments.RELAYED_AT, null)));
    }

    /**
     * A commit in the journal.
     *
     * @param relayed whether it has the mark
     */
    record Stored(Commit commit, boolean relayed) {}

    /**
     * A commit without a mark.
     *
     * @param since when it was appended; null when its document does not say so any more
     */
    record Unrelayed(
            StreamId stream, long version, @Nullable Instant since) {}

    /** Reads the whole journal where there is no partial index. A damaged commit is found too: its stream waits for it. */
    void unrelayed(Consumer<Unrelayed> found) {
        for (Document document : journal.find(Filters.eq(CommitDocuments.RELAYED_AT, null))
                .projection(Projections.include("appendedAt"))) {
            Instant since = document.get("appendedAt") instanceof Date at ? at.toInstant() : null;
            CommitDocuments.Place.of(document)
                    .map(place -> new Unrelayed(place.stream(), place.version(), since))
                    .ifPresent(found);
        }
    }

    Optional<Stored> find(StreamId stream, long version) {
        return Optional.ofNullable(journal.find(Filters.eq("_id", Commit.documentId(stream, version)))
                        .first())
                .map(document -> new Stored(
                        CommitDocuments.readToSend(document), document.get(CommitDocuments.RELAYED_AT) != null));
    }

    /** The commit before may belong to an instance that died: nothing may overtake it. */
    long lastRelayedBefore(StreamId stream, long version) {
        long candidate = version - 1;
        while (candidate > 0 && !isMarked(stream, candidate)) {
            candidate--;
        }
        return candidate;
    }

    private boolean isMarked(StreamId stream, long version) {
        Document document = journal.find(Filters.eq("_id", Commit.documentId(stream, version)))
                .projection(Projections.include(CommitDocuments.RELAYED_AT))
                .first();
        return document != null && document.get(CommitDocuments.RELAYED_AT) != null;
    }

    /** Up to where no commit is missing, from a version on. The relay's only thread asks, so many are asked for at once. */
    long lastVersion(StreamId stream, long from) {
        long version = Math.max(0, from - 1);
        Set<String> there = present(stream, version + 1);
        while (there.contains(Commit.documentId(stream, version + 1))) {
            version++;
            if (there.size() == ASKED_AT_ONCE && !there.contains(Commit.documentId(stream, version + 1))) {
                there = present(stream, version + 1);
            }
        }
        return version;
    }

    /** Ids of those that are there, of the next ones from a version on. */
    private Set<String> present(StreamId stream, long from) {
        List<String> next = LongStream.range(from, from + ASKED_AT_ONCE)
                .mapToObj(version -> Commit.documentId(stream, version))
                .toList();
        Set<String> present = new HashSet<>();
        journal.find(Filters.in("_id", next))
                .projection(Projections.include("_id"))
                .forEach(document -> present.add(document.getString("_id")));
        return present;
    }

    /** Several commits in one access; those that are not there, or cannot be read, are left out. */
    List<Commit> find(List<String> documentIds) {
        List<Commit> found = new ArrayList<>();
        for (Document document : journal.find(Filters.in("_id", documentIds))) {
            try {
                found.add(CommitDocuments.readToSend(document));
            } catch (RuntimeException e) {
                LOG.debug("{} fails again when its turn comes, for its stream alone", document.get("_id"), e);
            }
        }
        return found;
    }

    void mark(List<Commit> commits, Instant at) {
        journal.updateMany(
                Filters.in("_id", commits.stream().map(Commit::documentId).toList()),
                Updates.set(CommitDocuments.RELAYED_AT, Date.from(at)));
    }
}
