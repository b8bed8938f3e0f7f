package org.lianzhi.journal;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.bson.Document;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * The journal in one MongoDB collection. Its only write is the insert of one document, whose {@code _id} is the guard;
 * no transaction, no query but by {@code _id}.
 */
final class MongoJournal implements Journal {

    /** Streams are read in pages of this many commits: one index access each. */
    private static final int PAGE = 64;

    private static final int ATTEMPTS = 3;

    /** What all events of a commit may hold: a document has 16 MiB, and the rest of it needs some. */
    private static final int MOST_BYTES = 12_000_000;

    private final MongoCollection<Document> journal;
    private final int maxEventBytes;
    private final Outcomes outcomes;

    /** Is told what became of each append, on the caller's thread; must not block. */
    interface Outcomes {

        Outcomes IGNORED = new Outcomes() {
            @Override
            public void durable(Commit commit) {}

            @Override
            public void unsure(StreamId stream, long version) {}
        };

        void durable(Commit commit);

        /** The caller was told that nobody knows: the commit may be there all the same. */
        void unsure(StreamId stream, long version);
    }

    /** @param maxEventBytes what one record of the broker may hold */
    MongoJournal(MongoDatabaseFactory database, int maxEventBytes, Outcomes outcomes) {
        this.journal = durable(database.getMongoDatabase().getCollection(CommitDocuments.COLLECTION));
        this.maxEventBytes = maxEventBytes;
        this.outcomes = outcomes;
    }

    /** The settings that a commit's durability rests on, whatever the connection string says. */
    static MongoCollection<Document> durable(MongoCollection<Document> collection) {
        return collection
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
    }

    @Override
    public EventStream load(StreamId stream) {
        List<Commit> commits = new ArrayList<>();
        List<Commit> page;
        do {
            page = page(stream, commits.size());
            commits.addAll(page);
        } while (page.size() == PAGE);
        return new EventStream(stream, commits);
    }

    @Override
    public Map<StreamId, EventStream> load(Collection<StreamId> streams) {
        Map<StreamId, EventStream> loaded = new LinkedHashMap<>();
        streams.forEach(stream -> loaded.put(stream, load(stream)));
        return loaded;
    }

    private List<Commit> page(StreamId stream, long after) {
        List<String> ids = LongStream.rangeClosed(after + 1, after + PAGE)
                .mapToObj(version -> Commit.documentId(stream, version))
                .toList();
        Map<Long, Commit> found = new LinkedHashMap<>();
        for (Document document : journal.find(Filters.in("_id", ids))) {
            Commit commit = CommitDocuments.read(document);
            found.put(commit.version(), commit);
        }
        List<Commit> inOrder = new ArrayList<>();
        for (long version = after + 1; found.containsKey(version); version++) {
            inOrder.add(found.get(version));
        }
        return inOrder;
    }

    @Override
    public Map<StreamId, Head> heads(String kind, String side) {
        Map<StreamId, Head> heads = new LinkedHashMap<>();
        for (Document document : journal.find().projection(Projections.include("streamId", "version", "hash"))) {
            // What is no commit any more, or says that it stands elsewhere, is told by the check; it must neither keep
            // the
            // heads of the others from being signed nor be signed as one.
            if (document.get("streamId") instanceof String written
                    && StreamId.isOne(written)
                    && document.get("version") instanceof Long version
                    && document.get("hash") instanceof String hash) {
                StreamId stream = StreamId.parse(written);
                if (stream.kind().equals(kind)
                        && stream.side().equals(side)
                        && Commit.documentId(stream, version).equals(document.get("_id"))) {
                    heads.merge(stream, new Head(version, hash), MongoJournal::later);
                }
            }
        }
        return heads;
    }

    private static Head later(Head one, Head other) {
        return one.version() > other.version() ? one : other;
    }

    @Override
    public void assertIsAll(EventStream loaded) {
        long next = loaded.version() + 1;
        try {
            Document there = journal.withReadConcern(ReadConcern.LINEARIZABLE)
                    .find(Filters.eq("_id", Commit.documentId(loaded.id(), next)))
                    .projection(Projections.include(CommitDocuments.STREAM, CommitDocuments.VERSION))
                    .first();
            if (there != null) {
                // Loading again would not get past one that says that it stands elsewhere.
                CommitDocuments.assertInPlace(there);
                throw new StreamConflict(loaded.id(), loaded.version(), next);
            }
        } catch (MongoException e) {
            throw new StoreUnavailable(e);
        }
    }

    @Override
    public Commit append(EventStream loaded, Draft draft) {
        refuseTooLarge(loaded.id(), draft);
        Commit commit = draft.after(loaded.id(), loaded.head());
        try {
            Commit stored = insert(commit);
            outcomes.durable(stored);
            return stored;
        } catch (StoreUnavailable e) {
            outcomes.unsure(commit.stream(), commit.version());
            throw e;
        }
    }

    private Commit insert(Commit commit) {
        MongoException unknown = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                journal.insertOne(CommitDocuments.write(commit));
                return commit;
            } catch (MongoException e) {
                Optional<Commit> there = readBack(commit, e);
                if (there.isPresent()) {
                    return ours(commit, there.get());
                }
                unknown = e;
            }
        }
        throw new StoreUnavailable(unknown == null ? new IllegalStateException() : unknown);
    }

    /**
     * A timeout or a lost connection says nothing: only the document itself does.
     *
     * @throws IllegalStateException when it says that it stands elsewhere: deciding again would find it there for ever
     */
    private Optional<Commit> readBack(Commit commit, MongoException cause) {
        try {
            return Optional.ofNullable(
                            journal.find(Filters.eq("_id", commit.documentId())).first())
                    .map(CommitDocuments::readInPlace);
        } catch (MongoException e) {
            e.addSuppressed(cause);
            throw new StoreUnavailable(e);
        }
    }

    private static Commit ours(Commit commit, Commit there) {
        if (there.commitId().equals(commit.commitId())) {
            return there;
        }
        throw new StreamConflict(commit.stream(), commit.version() - 1, there.version());
    }

    private void refuseTooLarge(StreamId stream, Draft draft) {
        int all = 0;
        for (EventData event : draft.events()) {
            int bytes = event.json().getBytes(StandardCharsets.UTF_8).length;
            if (bytes > maxEventBytes) {
                throw new CommitTooLarge(stream, bytes, maxEventBytes);
            }
            all += bytes;
        }
        if (all > MOST_BYTES) {
            throw new CommitTooLarge(stream, all, MOST_BYTES);
        }
    }
}
