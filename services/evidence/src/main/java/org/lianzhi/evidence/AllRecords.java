package org.lianzhi.evidence;

import com.mongodb.MongoException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.lianzhi.evidence.domain.Claim;
import org.lianzhi.evidence.domain.RecordCheck;
import org.lianzhi.evidence.domain.Stored;
import org.lianzhi.evidence.domain.Verdict;
import org.lianzhi.journal.Commit;
import org.lianzhi.journal.StreamId;
import org.springframework.dao.DataAccessException;

/** Checks every record of some stores, against the kept checkpoints and against each other, one matter after the other. */
public final class AllRecords {

    private static final String CUT_OFF = "truncated";

    /** A record that is really cut off is read so often. */
    private static final int LOOKS = 3;

    /** The records of which anything is in a store. */
    private final Map<RecordStore, SortedSet<String>> stores = new LinkedHashMap<>();

    private final Map<String, List<Claim>> claims = new HashMap<>();

    private final Duration onItsWay;

    /**
     * Reads which records there are.
     *
     * @param kept checkpoints that others hold, of all sides
     * @param onItsWay what was said so long before the newest word may not have come to a copy yet whose journal is not asked
     */
    public AllRecords(List<RecordStore> stores, Collection<Claim> kept, Duration onItsWay) {
        this.onItsWay = onItsWay;
        stores.forEach(store -> this.stores.put(store, store.streams()));
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
        Stream.concat(stores.values().stream().flatMap(Set::stream), claims.keySet().stream())
                .forEach(stream -> matters.computeIfAbsent(
                                stream.substring(0, stream.indexOf('@')), any -> new TreeSet<>())
                        .add(stream));
        return matters;
    }

    /** A verdict on the record in one store. */
    private record Told(RecordStore store, Verdict verdict) {

        boolean seemsCutOff() {
            return CUT_OFF.equals(verdict.problem());
        }

        Told behind() {
            return new Told(
                    store,
                    new Verdict(
                            verdict.stream(),
                            verdict.commits(),
                            verdict.head(),
                            verdict.brokenAt(),
                            Verdict.BEHIND,
                            verdict.provenUpTo(),
                            verdict.proofs()));
        }
    }

    /** Records are read one after the other, and both may grow meanwhile: what then seems to be cut off is looked at again. */
    private void check(SortedSet<String> streams, BiConsumer<RecordStore, Verdict> told) {
        List<Told> verdicts = judged(streams);
        for (int again = 1; again < LOOKS && verdicts.stream().anyMatch(Told::seemsCutOff); again++) {
            verdicts = judged(streams);
        }
        verdicts.forEach(each -> told.accept(each.store(), each.verdict()));
    }

    private List<Told> judged(SortedSet<String> streams) {
        Map<RecordStore, Map<String, List<Stored>>> found = new LinkedHashMap<>();
        stores.keySet().forEach(store -> found.put(store, new LinkedHashMap<>()));
        // Copies first: what is written while the check runs is then also in the journal from which it came.
        found.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().isOrigin()))
                .forEach(entry -> entry.getValue().putAll(read(entry.getKey(), streams)));
        SortedSet<String> named = named(found.values());
        found.forEach((store, records) -> named.stream()
                .filter(stream -> isExpected(store, stream))
                .forEach(stream -> records.computeIfAbsent(stream, store::read)));
        // First each store alone: a copy that is refuted itself refutes nothing.
        Map<RecordStore, Map<String, Verdict>> alone = new LinkedHashMap<>();
        found.forEach((store, records) -> {
            Map<String, Verdict> verdicts = new HashMap<>();
            RecordCheck.check(records, this::signed).forEach(verdict -> verdicts.put(verdict.stream(), verdict));
            alone.put(store, verdicts);
        });
        List<Told> told = new ArrayList<>();
        found.forEach((store, records) -> RecordCheck.check(records, stream -> {
                    List<Claim> all = new ArrayList<>(signed(stream));
                    all.addAll(copies(store, stream, found, alone));
                    return all;
                })
                .stream()
                .filter(verdict -> verdict.commits() > 0 || !verdict.intact())
                .forEach(verdict -> told.add(new Told(store, verdict))));
        return told.stream()
                .map(each -> isBehind(each, told, found) ? each.behind() : each)
                .toList();
    }

    /** Of a copy nothing but the end is not there, and nothing says that somebody has taken it away. */
    private boolean isBehind(Told copy, List<Told> told, Map<RecordStore, Map<String, List<Stored>>> found) {
        String stream = copy.verdict().stream();
        if (copy.store().isOrigin()
                || !copy.seemsCutOff() && !isHalfReceived(copy.verdict(), of(found, copy.store(), stream))) {
            return false;
        }
        boolean journalIsAsked =
                stores.keySet().stream().anyMatch(store -> store.isOrigin() && store.holds(StreamId.parse(stream)));
        return journalIsAsked
                ? told.stream()
                        .filter(each -> each.store().isOrigin()
                                && each.verdict().stream().equals(stream)
                                && each.verdict().intact())
                        .anyMatch(each -> goesOn(copy.verdict(), of(found, each.store(), stream)))
                : isRecent(copy.verdict().proofs());
    }

    private static List<Stored> of(
            Map<RecordStore, Map<String, List<Stored>>> found, RecordStore store, String stream) {
        return found.getOrDefault(store, Map.of()).getOrDefault(stream, List.of());
    }

    /** Its last commit is of several events, of which some have come. */
    private static boolean isHalfReceived(Verdict verdict, List<Stored> record) {
        return record.stream()
                .max(Comparator.comparingLong(Stored::position))
                .filter(last -> last instanceof Stored.Unreadable(long position, String problem)
                        && problem.equals("missing")
                        && Long.valueOf(position).equals(verdict.brokenAt()))
                .isPresent();
    }

    private static boolean goesOn(Verdict copy, List<Stored> journal) {
        return journal.size() > copy.commits()
                && (copy.commits() == 0
                        || journal.stream()
                                .anyMatch(stored -> stored instanceof Stored.Readable(long position, Commit commit)
                                        && position == copy.commits()
                                        && commit.hash().equals(copy.head())));
    }

    private boolean isRecent(List<Claim> proofs) {
        Instant newest = Stream.concat(claims.values().stream().flatMap(List::stream), proofs.stream())
                .flatMap(claim -> Stream.ofNullable(claim.at()))
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return proofs.stream()
                .allMatch(claim -> claim.at() != null && claim.at().isAfter(newest.minus(onItsWay)));
    }

    /** The records whose heads others of the matter name. */
    private static SortedSet<String> named(Collection<Map<String, List<Stored>>> found) {
        SortedSet<String> named = new TreeSet<>();
        found.stream()
                .flatMap(records -> records.values().stream())
                .flatMap(List::stream)
                .forEach(stored -> {
                    if (stored instanceof Stored.Readable(long position, Commit commit)) {
                        StreamId own = commit.stream();
                        commit.seen().keySet().stream()
                                .map(side -> own.kind() + "-" + own.id() + "@" + side)
                                .filter(StreamId::isOne)
                                .forEach(named::add);
                    }
                });
        return named;
    }

    /** Where a record is written it is missed if anybody has ever seen it; a copy of it may be on its way. */
    private boolean isExpected(RecordStore store, String stream) {
        return store.holds(StreamId.parse(stream)) && (store.isOrigin() || claims.containsKey(stream));
    }

    private List<Claim> signed(String stream) {
        return claims.getOrDefault(stream, List.of());
    }

    private Map<String, List<Stored>> read(RecordStore store, SortedSet<String> streams) {
        SortedSet<String> there = stores.getOrDefault(store, new TreeSet<>());
        Map<String, List<Stored>> records = new LinkedHashMap<>();
        for (String stream : streams) {
            if (there.contains(stream) || isExpected(store, stream)) {
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
