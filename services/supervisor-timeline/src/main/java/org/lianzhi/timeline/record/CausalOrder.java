package org.lianzhi.timeline.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;

/**
 * One order for the entries of several records that depends on nothing but the entries: what was seen comes before who
 * saw it, then the earlier time, then side, stream and version. In which order they were delivered does not matter.
 */
public final class CausalOrder {

    private static final Comparator<RecordEntry> BY_TIME = Comparator.comparing(RecordEntry::at)
            .thenComparing(RecordEntry::side)
            .thenComparing(RecordEntry::stream)
            .thenComparingLong(RecordEntry::version)
            .thenComparingInt(RecordEntry::index);

    private CausalOrder() {}

    public static List<RecordEntry> of(Collection<RecordEntry> entries) {
        Map<String, TreeMap<Long, List<RecordEntry>>> commits = new HashMap<>();
        new HashSet<>(entries)
                .forEach(entry -> commits.computeIfAbsent(entry.stream(), any -> new TreeMap<>())
                        .computeIfAbsent(entry.version(), any -> new ArrayList<>())
                        .add(entry));
        PriorityQueue<List<RecordEntry>> ready = new PriorityQueue<>(Comparator.comparing(List::getFirst, BY_TIME));
        Map<String, Integer> waitsFor = new HashMap<>();
        Map<String, List<List<RecordEntry>>> releases = new HashMap<>();
        commits.values()
                .forEach(stream -> stream.values().forEach(commit -> {
                    commit.sort(BY_TIME);
                    Set<String> before = causes(commit.getFirst(), commits);
                    waitsFor.put(key(commit.getFirst()), before.size());
                    before.forEach(cause -> releases.computeIfAbsent(cause, any -> new ArrayList<>())
                            .add(commit));
                    if (before.isEmpty()) {
                        ready.add(commit);
                    }
                }));
        return drain(ready, waitsFor, releases);
    }

    private static List<RecordEntry> drain(
            PriorityQueue<List<RecordEntry>> ready,
            Map<String, Integer> waitsFor,
            Map<String, List<List<RecordEntry>>> releases) {
        List<RecordEntry> ordered = new ArrayList<>();
        for (List<RecordEntry> commit = ready.poll(); commit != null; commit = ready.poll()) {
            ordered.addAll(commit);
            for (List<RecordEntry> next : releases.getOrDefault(key(commit.getFirst()), List.of())) {
                if (waitsFor.merge(key(next.getFirst()), -1, Integer::sum) == 0) {
                    ready.add(next);
                }
            }
        }
        return ordered;
    }

    /** The commit before in the same stream, and of each other record the last one that was seen and is here. */
    private static Set<String> causes(RecordEntry entry, Map<String, TreeMap<Long, List<RecordEntry>>> commits) {
        Set<String> causes = new HashSet<>();
        commits.forEach((stream, theirs) -> {
            boolean own = stream.equals(entry.stream());
            long seen = own ? entry.version() - 1 : sameMatter(stream, entry.stream()) ? versionSeen(entry, stream) : 0;
            Map.Entry<Long, List<RecordEntry>> last = theirs.floorEntry(seen);
            if (last != null) {
                causes.add(key(last.getValue().getFirst()));
            }
        });
        return causes;
    }

    private static boolean sameMatter(String stream, String other) {
        return stream.substring(0, stream.indexOf('@')).equals(other.substring(0, other.indexOf('@')));
    }

    private static long versionSeen(RecordEntry entry, String stream) {
        String side = stream.substring(stream.indexOf('@') + 1);
        return entry.seen().stream()
                .filter(seen -> seen.side().equals(side))
                .mapToLong(RecordEntry.Seen::version)
                .findFirst()
                .orElse(0);
    }

    private static String key(RecordEntry entry) {
        return entry.stream() + "/" + entry.version();
    }
}
