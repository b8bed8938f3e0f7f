package org.lianzhi.evidence;

import com.mongodb.MongoException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.lianzhi.evidence.domain.Claim;
import org.lianzhi.evidence.domain.RecordCheck;
import org.lianzhi.evidence.domain.Stored;
import org.lianzhi.evidence.domain.Verdict;
import org.lianzhi.journal.StreamId;
import org.springframework.dao.DataAccessException;

/** Checks every record of some stores, against the kept checkpoints and against each other, one matter after the other. */
public final class AllRecords {

    private final List<RecordStore> stores;
    private final Map<String, List<Claim>> claims = new HashMap<>();

    /** @param kept checkpoints that others hold, of all sides */
    public AllRecords(List<RecordStore> stores, Collection<Claim> kept) {
        this.stores = List.copyOf(stores);
        kept.forEach(claim ->
                claims.computeIfAbsent(claim.stream(), any -> new ArrayList<>()).add(claim));
    }

    /**
     * Tells the verdict on each record of each store.
     *
     * @param failed is told of a matter with which somebody did what nobody thought of: the others are checked all the same
     */
    public void check(BiConsumer<RecordStore, Verdict> told, BiConsumer<String, RuntimeException> failed) {
        matters().forEach((matter, streams) -> {
            try {
                check(streams, told);
            } catch (MongoException | DataAccessException e) {
                throw e;
            } catch (RuntimeException e) {
                failed.accept(matter, e);
            }
        });
    }

    /** The records of each matter: what is there, and what somebody says must be there. */
    private Map<String, SortedSet<String>> matters() {
        Map<String, SortedSet<String>> matters = new TreeMap<>();
        Stream.concat(stores.stream().flatMap(store -> store.streams().stream()), claims.keySet().stream())
                .forEach(stream -> matters.computeIfAbsent(
                                stream.substring(0, stream.indexOf('@')), any -> new TreeSet<>())
                        .add(stream));
        return matters;
    }

    private void check(SortedSet<String> streams, BiConsumer<RecordStore, Verdict> told) {
        Map<RecordStore, Map<String, List<Stored>>> found = new LinkedHashMap<>();
        stores.forEach(store -> found.put(store, read(store, streams)));
        // First each store alone: a copy that is refuted itself refutes nothing.
        Map<RecordStore, Map<String, Verdict>> alone = new LinkedHashMap<>();
        found.forEach((store, records) -> {
            Map<String, Verdict> verdicts = new HashMap<>();
            RecordCheck.check(records, this::signed).forEach(verdict -> verdicts.put(verdict.stream(), verdict));
            alone.put(store, verdicts);
        });
        found.forEach((store, records) -> RecordCheck.check(records, stream -> {
                    List<Claim> all = new ArrayList<>(signed(stream));
                    all.addAll(copies(store, stream, found, alone));
                    return all;
                })
                .forEach(verdict -> told.accept(store, verdict)));
    }

    private List<Claim> signed(String stream) {
        return claims.getOrDefault(stream, List.of());
    }

    private Map<String, List<Stored>> read(RecordStore store, SortedSet<String> streams) {
        SortedSet<String> there = store.streams();
        Map<String, List<Stored>> records = new LinkedHashMap<>();
        for (String stream : streams) {
            boolean expected = claims.containsKey(stream)
                    && store.holds(StreamId.parse(stream).kind());
            if (there.contains(stream) || expected) {
                records.put(stream, store.read(stream));
            }
        }
        return records;
    }

    private List<Claim> copies(
            RecordStore store,
            String stream,
            Map<RecordStore, Map<String, List<Stored>>> found,
            Map<RecordStore, Map<String, Verdict>> alone) {
        long most = store.isOrigin()
                ? Long.MAX_VALUE
                : found.getOrDefault(store, Map.of())
                        .getOrDefault(stream, List.of())
                        .size();
        List<Claim> copies = new ArrayList<>();
        found.forEach((other, records) -> {
            Verdict verdict = alone.getOrDefault(other, Map.of()).get(stream);
            if (other != store && verdict != null) {
                long upTo = Math.min(most, verdict.commits());
                copies.addAll(RecordCheck.copy(other.name(), stream, records.getOrDefault(stream, List.of()), upTo));
            }
        });
        return copies;
    }
}
