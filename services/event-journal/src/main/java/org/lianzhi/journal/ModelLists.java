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
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/** The lists in which the documents of a {@link Listed} projector stand: one document each, changed entry by entry. */
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
        Map<String, Document> set = new LinkedHashMap<>();
        Map<String, Document> unset = new LinkedHashMap<>();
        for (Kept<T> document : documents) {
            T state = document.state();
            if (state != null) {
                place(listed, document.id(), state, set, unset);
            }
        }
        List<WriteModel<Document>> writes = new ArrayList<>();
        Stream.concat(set.keySet().stream(), unset.keySet().stream()).distinct().forEach(list -> {
            Document update = new Document("$inc", new Document(DecodedLists.REVISION, 1L));
            Optional.ofNullable(set.get(list)).ifPresent(fields -> update.append("$set", fields));
            Optional.ofNullable(unset.get(list)).ifPresent(fields -> update.append("$unset", fields));
            writes.add(new UpdateOneModel<>(Filters.eq("_id", list), update, new UpdateOptions().upsert(true)));
        });
        if (!writes.isEmpty()) {
            lists.bulkWrite(writes);
        }
        return !writes.isEmpty();
    }

    @SuppressWarnings("unchecked")
    private void place(
            Listed<?, ?> listed, String id, T state, Map<String, Document> set, Map<String, Document> unset) {
        ((Listed<T, ?>) listed).places(id, state).forEach((list, entry) -> {
            String field = "entries." + id;
            if (entry.isPresent()) {
                Document written = new Document();
                converter.write(entry.get(), written);
                written.remove("_class");
                set.computeIfAbsent(list, any -> new Document()).append(field, written);
            } else {
                unset.computeIfAbsent(list, any -> new Document()).append(field, "");
            }
        });
    }

    /** Reads several in one index access; an entry that stands in more than one is there once. */
    <E> Map<String, E> read(MongoCollection<Document> lists, Collection<String> ids, Class<E> type) {
        Map<String, E> entries = new LinkedHashMap<>();
        decoded.read(lists, ids, entry -> converter.read(type, entry))
                .forEach((id, entry) -> entries.put(id, type.cast(entry)));
        return entries;
    }
}
