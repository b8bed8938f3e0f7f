package org.lianzhi.timeline.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.CommitHash;

/**
 * Recomputes the hash chains of the records of a case, and holds them against each other. A chain alone does not show that
 * its end was cut off, or that all of it was written anew; but every commit names the heads of the other records that it
 * has seen, so each record is a witness of the others.
 */
public final class RecordCheck {

    private RecordCheck() {}

    /**
     * The result for one record.
     *
     * @param commits that hold, counted from the first
     * @param head hash of the last of them
     * @param brokenAt version of the first that does not hold; null when all do
     * @param problem code: {@code changed} (content and hash disagree), {@code missing}, {@code unlinked} (it does not
     *     name the hash of the one before), {@code truncated} (another record has seen more; it may also be on its way),
     *     {@code rewritten} (another record has seen other content); null when all hold
     * @param witness who holds the proof of a {@code truncated} or {@code rewritten} record
     */
    public record Result(
            String stream,
            long commits,
            String head,
            @Nullable Long brokenAt,
            @Nullable String problem,
            @Nullable Witness witness) {

        public boolean intact() {
            return brokenAt == null;
        }
    }

    /**
     * A commit of another record that has seen what is not there.
     *
     * @param stream and {@code version}: which commit
     * @param sawVersion and {@code sawHash}: the head that it names
     */
    public record Witness(String stream, long version, long sawVersion, String sawHash) {}

    /** Checks records of one case: every stream that is to be there, with what was received of it. */
    public static List<Result> check(Map<String, List<RecordEntry>> records) {
        Map<String, Result> chains = new LinkedHashMap<>();
        records.forEach((stream, entries) -> chains.put(stream, check(stream, entries)));
        return chains.values().stream()
                .map(chain -> witnessed(chain, records, chains))
                .toList();
    }

    /** Checks the chain of one record by itself. */
    public static Result check(String stream, Collection<RecordEntry> entries) {
        String head = CommitHash.GENESIS;
        long version = 0;
        for (List<RecordEntry> commit : commits(entries).values()) {
            String problem = problem(stream, commit, version, head);
            if (problem != null) {
                return new Result(stream, version, head, version + 1, problem, null);
            }
            version++;
            head = commit.getFirst().hash();
        }
        return new Result(stream, version, head, null, null, null);
    }

    private static TreeMap<Long, List<RecordEntry>> commits(Collection<RecordEntry> entries) {
        TreeMap<Long, List<RecordEntry>> commits = new TreeMap<>();
        new LinkedHashSet<>(entries)
                .forEach(entry -> commits.computeIfAbsent(entry.version(), any -> new ArrayList<>())
                        .add(entry));
        commits.values().forEach(commit -> commit.sort(Comparator.comparingInt(RecordEntry::index)));
        return commits;
    }

    private static @Nullable String problem(String stream, List<RecordEntry> commit, long last, String head) {
        RecordEntry first = commit.getFirst();
        if (first.version() != last + 1) {
            return "missing";
        }
        if (commit.stream().anyMatch(entry -> !entry.isOfSameCommit(first))
                || !first.stream().equals(stream)) {
            return "changed";
        }
        if (commit.size() < first.size()) {
            return "missing";
        }
        if (!first.previousHash().equals(head)) {
            return "unlinked";
        }
        return isNumbered(commit) && recompute(commit).equals(first.hash()) ? null : "changed";
    }

    /** The id and the place of an event are no input of the hash, but they follow from what is. */
    private static boolean isNumbered(List<RecordEntry> commit) {
        return IntStream.range(0, commit.size()).allMatch(i -> {
            RecordEntry entry = commit.get(i);
            return entry.index() == i
                    && entry.size() == commit.size()
                    && entry.id().equals(entry.commitId() + "#" + i);
        });
    }

    private static String recompute(List<RecordEntry> commit) {
        RecordEntry first = commit.getFirst();
        return CommitHash.of(
                first.previousHash(),
                first.stream(),
                first.version(),
                first.commitId(),
                first.causationId(),
                first.actor(),
                first.at(),
                first.seenHeads(),
                commit.stream().map(RecordEntry::digest).toList());
    }

    private static Result witnessed(Result chain, Map<String, List<RecordEntry>> records, Map<String, Result> chains) {
        TreeMap<Long, List<RecordEntry>> own = commits(records.getOrDefault(chain.stream(), List.of()));
        Optional<Witness> first = witnesses(chain.stream(), records, chains)
                .filter(witness -> chain.brokenAt() == null || witness.sawVersion() < chain.brokenAt())
                .filter(witness -> !isThere(witness, own))
                .min(Comparator.comparingLong(Witness::sawVersion)
                        .thenComparing(Witness::stream)
                        .thenComparingLong(Witness::version));
        return first.map(witness -> refuted(chain, witness, own)).orElse(chain);
    }

    private static Result refuted(Result chain, Witness witness, TreeMap<Long, List<RecordEntry>> own) {
        if (witness.sawVersion() > chain.commits()) {
            return new Result(chain.stream(), chain.commits(), chain.head(), chain.commits() + 1, "truncated", witness);
        }
        long holds = witness.sawVersion() - 1;
        String head = holds == 0
                ? CommitHash.GENESIS
                : own.getOrDefault(holds, List.of()).getFirst().hash();
        return new Result(chain.stream(), holds, head, witness.sawVersion(), "rewritten", witness);
    }

    private static boolean isThere(Witness witness, TreeMap<Long, List<RecordEntry>> own) {
        return own.getOrDefault(witness.sawVersion(), List.of()).stream()
                .anyMatch(entry -> entry.hash().equals(witness.sawHash()));
    }

    /** Only what itself holds can prove something. */
    private static Stream<Witness> witnesses(
            String stream, Map<String, List<RecordEntry>> records, Map<String, Result> chains) {
        String side = stream.substring(stream.indexOf('@') + 1);
        return records.entrySet().stream()
                .filter(other -> !other.getKey().equals(stream))
                .flatMap(other -> other.getValue().stream()
                        .filter(entry -> holds(entry, chains.get(other.getKey())))
                        .flatMap(entry -> entry.seen().stream()
                                .filter(seen -> seen.side().equals(side))
                                .map(seen ->
                                        new Witness(other.getKey(), entry.version(), seen.version(), seen.hash()))));
    }

    private static boolean holds(RecordEntry entry, @Nullable Result chain) {
        return chain != null && entry.version() <= chain.commits();
    }
}
