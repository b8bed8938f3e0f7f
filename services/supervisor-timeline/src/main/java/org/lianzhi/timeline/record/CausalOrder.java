package org.lianzhi.timeline.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

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

    /**
     * Every entry stands in it. Where commits claim to have seen each other, which only somebody can have written who changed
     * them, the earliest that is the next of its stream goes first.
     */
    public static List<RecordEntry> of(Collection<RecordEntry> entries) {
        Map<String, NavigableMap<Long, List<RecordEntry>>> commits = new HashMap<>();
        new HashSet<>(entries)
                .forEach(entry -> commits.computeIfAbsent(entry.stream(), any -> new TreeMap<>())
                        .computeIfAbsent(entry.version(), any -> new ArrayList<>())
                        .add(entry));
        Map<String, List<String>> streams =
                commits.keySet().stream().collect(Collectors.groupingBy(CausalOrder::matter));
        PriorityQueue<List<RecordEntry>> ready = new PriorityQueue<>(Comparator.comparing(List::getFirst, BY_TIME));
        Map<String, Integer> waitsFor = new HashMap<>();
        Map<String, List<List<RecordEntry>>> releases = new HashMap<>();
        commits.values()
                .forEach(stream -> stream.values().forEach(commit -> {
                    commit.sort(BY_TIME);
                    Set<String> before = causes(commit.getFirst(), streams, commits);
                    waitsFor.put(key(commit.getFirst()), before.size());
                    before.forEach(cause -> releases.computeIfAbsent(cause, any -> new ArrayList<>())
                            .add(commit));
                    if (before.isEmpty()) {
                        ready.add(commit);
                    }
                }));
        return drain(commits, ready, waitsFor, releases);
    }

    private static List<RecordEntry> drain(
            Map<String, NavigableMap<Long, List<RecordEntry>>> commits,
            PriorityQueue<List<RecordEntry>> ready,
            Map<String, Integer> waitsFor,
            Map<String, List<List<RecordEntry>>> releases) {
        List<RecordEntry> ordered = new ArrayList<>();
        while (!waitsFor.isEmpty()) {
            List<RecordEntry> commit = ready.isEmpty() ? earliest(commits, waitsFor) : ready.remove();
            ordered.addAll(commit);
            waitsFor.remove(key(commit.getFirst()));
            for (List<RecordEntry> next : releases.getOrDefault(key(commit.getFirst()), List.of())) {
                Integer left = waitsFor.computeIfPresent(key(next.getFirst()), (any, count) -> count - 1);
                if (left != null && left == 0) {
                    ready.add(next);
                }
            }
        }
        return ordered;
    }

    private static List<RecordEntry> earliest(
            Map<String, NavigableMap<Long, List<RecordEntry>>> commits, Map<String, Integer> waitsFor) {
        return commits.values().stream()
                .flatMap(stream -> stream.values().stream()
                        .filter(commit -> waitsFor.containsKey(key(commit.getFirst())))
                        .limit(1))
                .min(Comparator.comparing(List::getFirst, BY_TIME))
                .orElseThrow();
    }

    /** The commit before in the same stream, and of each other record the last one that was seen and is here. */
    private static Set<String> causes(
            RecordEntry entry,
            Map<String, List<String>> streams,
            Map<String, NavigableMap<Long, List<RecordEntry>>> commits) {
        Set<String> causes = new HashSet<>();
        for (String stream : streams.getOrDefault(matter(entry.stream()), List.of())) {
            long seen = stream.equals(entry.stream()) ? entry.version() - 1 : versionSeen(entry, stream);
            Map.Entry<Long, List<RecordEntry>> last = commits.getOrDefault(stream, Collections.emptyNavigableMap())
                    .floorEntry(seen);
            if (last != null) {
                causes.add(key(last.getValue().getFirst()));
            }
        }
        return causes;
    }

    private static String matter(String stream) {
        return stream.substring(0, stream.indexOf('@'));
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
