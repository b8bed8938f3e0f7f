package org.lianzhi.journal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.bson.Document;

/**
 * Long lists as they were read last. Many people have the same board open, and turning some thousand entries into objects
 * costs far more than asking the store whether the list has changed; so that is asked first, and nobody sees an old list.
 */
final class DecodedLists {

    /** Counts the changes of a list. A list from before there was one is read anew each time. */
    static final String REVISION = "revision";

    /** Below this it is cheaper to read than to ask. */
    private static final int LONG = 8;

    private static final long ENTRIES_AT_MOST = 200_000;

    private final Cache<String, Decoded> known = Caffeine.newBuilder()
            .maximumWeight(ENTRIES_AT_MOST)
            .weigher((String list, Decoded decoded) -> decoded.entries().size())
            .build();

    private record Decoded(long revision, Map<String, Object> entries) {}

    /** All entries of the lists; what is returned is the caller's own. */
    Map<String, Object> read(
            MongoCollection<Document> collection, Collection<String> lists, Function<Document, ?> decode) {
        Map<String, Long> revisions = revisions(
                collection,
                lists.stream()
                        .filter(list -> known.getIfPresent(key(collection, list)) != null)
                        .toList());
        Map<String, Object> entries = new LinkedHashMap<>();
        List<String> changed = new ArrayList<>();
        for (String list : lists) {
            Decoded last = known.getIfPresent(key(collection, list));
            if (last != null && Objects.equals(revisions.get(list), last.revision())) {
                entries.putAll(last.entries());
            } else {
                changed.add(list);
            }
        }
        if (!changed.isEmpty()) {
            for (Document document : collection.find(Filters.in("_id", changed))) {
                entries.putAll(decode(collection, document, decode));
            }
        }
        return entries;
    }

    private static Map<String, Long> revisions(MongoCollection<Document> collection, List<String> lists) {
        Map<String, Long> revisions = new HashMap<>();
        if (!lists.isEmpty()) {
            for (Document document :
                    collection.find(Filters.in("_id", lists)).projection(Projections.include(REVISION))) {
                revisions.put(document.getString("_id"), document.getLong(REVISION));
            }
        }
        return revisions;
    }

    private Map<String, Object> decode(
            MongoCollection<Document> collection, Document document, Function<Document, ?> decode) {
        Map<String, Object> entries = new LinkedHashMap<>();
        document.get("entries", new Document()).forEach((id, entry) -> entries.put(id, decode.apply((Document) entry)));
        Long revision = document.getLong(REVISION);
        if (revision != null && entries.size() >= LONG) {
            known.put(key(collection, document.getString("_id")), new Decoded(revision, entries));
        }
        return entries;
    }

    /** Each generation has lists of its own. */
    private static String key(MongoCollection<Document> collection, String list) {
        return collection.getNamespace().getCollectionName() + "/" + list;
    }
}
