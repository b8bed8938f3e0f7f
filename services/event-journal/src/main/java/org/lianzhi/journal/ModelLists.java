package org.lianzhi.journal;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/** The lists in which the documents of a {@link Listed} projector stand: one document each, or a few, changed entry by entry. */
final class ModelLists<T> {

    private final Projector<T> projector;
    private final MongoConverter converter;
    private final DecodedLists decoded = new DecodedLists();

    ModelLists(Projector<T> projector, MongoConverter converter) {
        this.projector = projector;
        this.converter = converter;
    }

    /**
     * Puts the documents where they are listed, one write for each list.
     *
     * @return whether there was anything to write
     */
    boolean put(MongoCollection<Document> lists, Collection<Kept<T>> documents) {
        if (!(projector instanceof Listed<?, ?> listed)) {
            return false;
        }
        Changes changes = new Changes();
        for (Kept<T> document : documents) {
            T state = document.state();
            if (state != null) {
                place(listed, document.id(), state, changes);
            }
        }
        List<WriteModel<Document>> writes = changes.writes();
        if (!writes.isEmpty()) {
            lists.bulkWrite(writes);
        }
        return !writes.isEmpty();
    }

    @SuppressWarnings("unchecked")
    private void place(Listed<?, ?> listed, String id, T state, Changes changes) {
        ((Listed<T, ?>) listed).places(id, state).forEach((list, entry) -> {
            int parts = listed.parts(list);
            String document = parts == 1 ? list : part(list, Math.floorMod(id.hashCode(), parts));
            if (entry.isPresent()) {
                Document written = new Document();
                converter.write(entry.get(), written);
                written.remove("_class");
                changes.put(document, id, written);
            } else {
                changes.remove(document, id);
            }
            if (parts > 1) {
                changes.removeFromUndivided(list, id);
            }
        });
    }

    /** What is to be written, one write for each document. */
    private static final class Changes {

        private final Map<String, Document> set = new LinkedHashMap<>();
        private final Map<String, Document> unset = new LinkedHashMap<>();
        private final Map<String, Document> undivided = new LinkedHashMap<>();

        void put(String list, String id, Document entry) {
            set.computeIfAbsent(list, any -> new Document()).append(field(id), entry);
        }

        void remove(String list, String id) {
            unset.computeIfAbsent(list, any -> new Document()).append(field(id), "");
        }

        void removeFromUndivided(String list, String id) {
            undivided.computeIfAbsent(list, any -> new Document()).append(field(id), "");
        }

        private static String field(String id) {
            return "entries." + id;
        }

        List<WriteModel<Document>> writes() {
            List<WriteModel<Document>> writes = new ArrayList<>();
            Stream.concat(set.keySet().stream(), unset.keySet().stream())
                    .distinct()
                    .forEach(list ->
                            writes.add(write(list, set.get(list), unset.get(list), new UpdateOptions().upsert(true))));
            // After its part, so that a reader never misses an entry.
            undivided.forEach((list, fields) -> writes.add(write(list, null, fields, new UpdateOptions())));
            return writes;
        }

        private static WriteModel<Document> write(
                String list, @Nullable Document set, @Nullable Document unset, UpdateOptions options) {
            Document update = new Document("$inc", new Document(DecodedLists.REVISION, 1L));
            Optional.ofNullable(set).ifPresent(fields -> update.append("$set", fields));
            Optional.ofNullable(unset).ifPresent(fields -> update.append("$unset", fields));
            return new UpdateOneModel<>(Filters.eq("_id", list), update, options);
        }
    }

    private static String part(String list, int number) {
        return list + "#" + number;
    }

    /** The list as it was before it was divided, and its parts. */
    private Stream<String> documents(String list) {
        int parts = projector instanceof Listed<?, ?> listed ? listed.parts(list) : 1;
        return parts == 1
                ? Stream.of(list)
                : Stream.concat(Stream.of(list), IntStream.range(0, parts).mapToObj(number -> part(list, number)));
    }

    /** Reads several in one index access; an entry that stands in more than one is there once. */
    <E> Map<String, E> read(MongoCollection<Document> lists, Collection<String> ids, Class<E> type) {
        Map<String, E> entries = new LinkedHashMap<>();
        decoded.read(lists, ids.stream().flatMap(this::documents).toList(), entry -> converter.read(type, entry))
                .forEach((id, entry) -> entries.put(id, type.cast(entry)));
        return entries;
    }
}
