package org.lianzhi.journal;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;

/** The documents of a journal as they lie in the store, with holes and whatever was done to them: for checks, not for use. */
public final class StoredJournal {

    private static final int PAGE = 64;
    private static final Pattern KEY = Pattern.compile("(.+)/([1-9][0-9]{0,17})");

    private final MongoCollection<Document> journal;

    public StoredJournal(MongoDatabase database) {
        this.journal = MongoJournal.durable(database.getCollection(CommitDocuments.COLLECTION));
    }

    /**
     * What lies at one place of a stream.
     *
     * @param position by the key of the document, whatever its content says
     * @param commit empty when the document cannot be read as a commit
     */
    public record Found(long position, Optional<Commit> commit) {}

    /**
     * All keys.
     *
     * @param positions which places of which streams are taken
     * @param strays keys that are no place of a stream
     */
    public record Keys(SortedMap<String, SortedSet<Long>> positions, SortedSet<String> strays) {}

    /** Reads all keys: for a command, not for a request. */
    public Keys keys() {
        Keys keys = new Keys(new TreeMap<>(), new TreeSet<>());
        for (Document document : journal.find().projection(Projections.include("_id"))) {
            String written = String.valueOf(document.get("_id"));
            Matcher key = KEY.matcher(written);
            if (key.matches() && StreamId.isOne(key.group(1))) {
                keys.positions()
                        .computeIfAbsent(key.group(1), any -> new TreeSet<>())
                        .add(Long.parseLong(key.group(2)));
            } else {
                keys.strays().add(written);
            }
        }
        return keys;
    }

    /** The documents at some places of a stream, in their order. */
    public List<Found> read(String stream, Collection<Long> positions) {
        Map<Long, Found> found = new TreeMap<>();
        List<Long> all = List.copyOf(positions);
        for (int first = 0; first < all.size(); first += PAGE) {
            List<String> ids = all.subList(first, Math.min(all.size(), first + PAGE)).stream()
                    .map(position -> stream + "/" + position)
                    .toList();
            for (Document document : journal.find(Filters.in("_id", ids))) {
                String id = document.getString("_id");
                long position = Long.parseLong(id.substring(id.lastIndexOf('/') + 1));
                found.put(position, new Found(position, commit(document)));
            }
        }
        return new ArrayList<>(found.values());
    }

    private static Optional<Commit> commit(Document document) {
        try {
            return Optional.of(CommitDocuments.read(document));
        } catch (RuntimeException e) {
            // Somebody has changed it so far that it is no commit any more.
            return Optional.empty();
        }
    }
}
