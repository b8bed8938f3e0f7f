package org.lianzhi.journal;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.bson.Document;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/** The documents of one {@link Projector}: read by {@code _id}, written with the gate inside. */
public final class ReadModel<T> {

    private final Projector<T> projector;
    private final MongoTemplate mongo;
    private final Generations generations;
    private volatile String generation;
    private volatile MongoCollection<Document> collection;
    private volatile MongoCollection<Document> lists;
    private final MongoConverter converter;
    private final ModelLists<T> listing;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** A batch holds it for reading, so that it is written where it was read. */
    private final ReentrantReadWriteLock pointing = new ReentrantReadWriteLock();

    private final AtomicLong lookedAt = new AtomicLong(System.nanoTime());

    ReadModel(Projector<T> projector, MongoTemplate mongo, Generations generations, String generation) {
        this.projector = projector;
        this.mongo = mongo;
        this.generations = generations;
        this.converter = mongo.getConverter();
        this.listing = new ModelLists<>(projector, converter);
        this.generation = generation;
        this.collection = documents(generation);
        this.lists = lists(generation);
    }

    private MongoCollection<Document> documents(String generation) {
        return MongoJournal.durable(mongo.getCollection(Generations.documents(projector.collection(), generation)));
    }

    private MongoCollection<Document> lists(String generation) {
        return MongoJournal.durable(mongo.getCollection(Generations.lists(projector.collection(), generation)));
    }

    /** The same model in another generation of its collections. */
    ReadModel<T> in(String other) {
        return new ReadModel<>(projector, mongo, new Generations.Fixed(other), other);
    }

    String generation() {
        return generation;
    }

    /** Does the work on one generation, the current one. */
    void batch(Runnable work) {
        point();
        pointing.readLock().lock();
        try {
            work.run();
        } finally {
            pointing.readLock().unlock();
        }
    }

    /** Turns to the current generation, after the batch that is under way. */
    void point() {
        pointing.writeLock().lock();
        try {
            String current = generations.current(projector.collection());
            if (!current.equals(generation)) {
                collection = documents(current);
                lists = lists(current);
                generation = current;
            }
            lookedAt.set(System.nanoTime());
        } finally {
            pointing.writeLock().unlock();
        }
    }

    /** No batch of this instance is under way until the work is done; it turns to what is current then. */
    void withoutBatches(Runnable work) {
        pointing.writeLock().lock();
        try {
            work.run();
            point();
        } finally {
            pointing.writeLock().unlock();
        }
    }

    /** For readers: another instance may have switched. Never waits for a batch. */
    private void lookNowAndThen() {
        boolean old = System.nanoTime() - lookedAt.get() > TimeUnit.SECONDS.toNanos(1);
        if (old && pointing.getReadHoldCount() == 0 && pointing.writeLock().tryLock()) {
            try {
                point();
            } finally {
                pointing.writeLock().unlock();
            }
        }
    }

    Projector<T> projector() {
        return projector;
    }

    public Optional<Projected<T>> find(String id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    /** Finds several documents in one index access, in the order of the ids. */
    public Map<String, Projected<T>> find(Collection<String> ids) {
        lookNowAndThen();
        return inOrder(ids, load(ids));
    }

    /**
     * As {@link #find(Collection)}, for a check.
     *
     * @param unreadable is told the key of a document with which somebody did so much that it is none any more
     */
    public Map<String, Projected<T>> find(Collection<String> ids, Consumer<String> unreadable) {
        lookNowAndThen();
        return inOrder(ids, load(ids, (id, why) -> unreadable.accept(id)));
    }

    private Map<String, Projected<T>> inOrder(Collection<String> ids, Map<String, Kept<T>> found) {
        Map<String, Projected<T>> inOrder = new LinkedHashMap<>();
        ids.forEach(id -> {
            Kept<T> kept = found.get(id);
            if (kept != null && kept.state() != null) {
                inOrder.put(id, new Projected<>(id, kept.gate(), kept.revision(), kept.state()));
            }
        });
        return inOrder;
    }

    /** The keys of all documents. Reads them all: for a command, not for a request. */
    public List<String> ids() {
        lookNowAndThen();
        List<String> ids = new ArrayList<>();
        for (Document document : collection.find().projection(Projections.include("_id"))) {
            ids.add(String.valueOf(document.get("_id")));
        }
        return ids;
    }

    /**
     * Tells how far each document has got in each stream. One that is none any more says nothing.
     *
     * @param far stream and version, as often as documents have it
     */
    void versions(BiConsumer<String, Long> far) {
        for (Document document : collection.find().projection(Projections.include("gate"))) {
            if (document.get("gate") instanceof Document gate) {
                gate.forEach((stream, position) ->
                        Position.read(String.valueOf(position)).ifPresent(last -> far.accept(stream, last.version())));
            }
        }
    }

    Map<String, Kept<T>> load(Collection<String> ids) {
        return load(ids, (id, why) -> {
            throw why;
        });
    }

    /** @param unreadable is told of a document that is none any more, and why */
    Map<String, Kept<T>> load(Collection<String> ids, BiConsumer<String, RuntimeException> unreadable) {
        Map<String, Kept<T>> found = new LinkedHashMap<>();
        for (Document document : collection.find(Filters.in("_id", ids))) {
            String id = document.getString("_id");
            try {
                found.put(id, read(document));
            } catch (RuntimeException e) {
                unreadable.accept(id, e);
            }
        }
        return found;
    }

    /**
     * Waits until the document has applied a version, so that who wrote something sees it.
     *
     * @return whether it has; false after {@code patience}, when the page says that it is not up to date
     */
    public boolean await(String id, StreamId stream, long version, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        lock.lock();
        try {
            while (find(id).map(document -> document.gate().version(stream)).orElse(0L) < version) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                // Another instance may be the one that applies it: look again at least every 100 ms.
                changed.awaitNanos(Math.min(left, TimeUnit.MILLISECONDS.toNanos(100)));
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    void save(Collection<Kept<T>> documents) {
        if (documents.isEmpty()) {
            return;
        }
        List<WriteModel<Document>> writes = new ArrayList<>();
        long replacements = 0;
        for (Kept<T> document : documents) {
            if (document.revision() == 0) {
                writes.add(new InsertOneModel<>(write(document)));
            } else {
                replacements++;
                writes.add(new ReplaceOneModel<>(
                        Filters.and(Filters.eq("_id", document.id()), Filters.eq("revision", document.revision())),
                        write(document)));
            }
        }
        write(writes, replacements);
        signal();
    }

    /** Whether its documents also stand in lists. */
    boolean isListed() {
        return projector instanceof Listed<?, ?>;
    }

    /** Puts the documents where they are listed. */
    void list(Collection<Kept<T>> documents) {
        if (listing.put(lists, documents)) {
            signal();
        }
    }

    /**
     * Reads a list.
     *
     * @return the entries by id of their document, in no order; empty for a list that does not exist
     */
    public <E> Map<String, E> entries(String list, Class<E> type) {
        return entries(List.of(list), type);
    }

    /** Reads several lists in one index access; an entry that stands in more than one is there once. */
    public <E> Map<String, E> entries(Collection<String> lists, Class<E> type) {
        lookNowAndThen();
        return listing.read(this.lists, lists, type);
    }

    private void write(List<WriteModel<Document>> writes, long replacements) {
        try {
            BulkWriteResult result = collection.bulkWrite(writes, new BulkWriteOptions().ordered(true));
            if (result.getMatchedCount() < replacements) {
                throw new OptimisticLockingFailureException(projector.collection() + ": another instance was faster");
            }
        } catch (MongoBulkWriteException e) {
            boolean duplicate = e.getWriteErrors().stream()
                    .anyMatch(error -> ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY);
            if (duplicate) {
                throw new OptimisticLockingFailureException(
                        projector.collection() + ": another instance was faster", e);
            }
            throw e;
        }
    }

    private void signal() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Document write(Kept<T> document) {
        Document gate = new Document();
        document.gate().applied().forEach((stream, position) -> gate.append(stream, position.written()));
        Document whole = new Document("_id", document.id())
                .append("revision", document.revision() + 1)
                .append("gate", gate);
        if (document.state() != null) {
            Document state = new Document();
            converter.write(document.state(), state);
            state.remove("_class");
            whole.append("state", state);
        }
        return whole;
    }

    private Kept<T> read(Document document) {
        Map<String, Position> applied = new TreeMap<>();
        document.get("gate", new Document())
                .forEach((stream, position) -> applied.put(stream, Position.parse(String.valueOf(position))));
        Document state = document.get("state", Document.class);
        return new Kept<>(
                document.getString("_id"),
                new Gate(applied),
                document.getLong("revision"),
                state == null ? null : converter.read(projector.type(), state));
    }
}
