package org.lianzhi.timeline.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.lianzhi.evidence.domain.Stored;
import org.lianzhi.journal.Commit;
import org.lianzhi.journal.EventData;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.journal.StreamId;

/** Puts the commits together again of which events were received. */
public final class Received {

    private Received() {}

    /** Every commit that was received; where a page of them cannot be read any more, its first is changed. */
    public static List<Stored> read(ReadModel<RecordPage> pages, StreamId stream) {
        List<Stored> stored = new ArrayList<>();
        stored.addAll(of(
                RecordPages.read(pages, stream, before -> stored.add(new Stored.Unreadable(before + 1, "changed")))));
        return stored;
    }

    /** Every commit of which something is there, in order, whether it can be put together or not. */
    public static List<Stored> of(Collection<RecordEntry> entries) {
        TreeMap<Long, List<RecordEntry>> commits = new TreeMap<>();
        new LinkedHashSet<>(entries)
                .forEach(entry -> commits.computeIfAbsent(entry.version(), any -> new ArrayList<>())
                        .add(entry));
        List<Stored> stored = new ArrayList<>();
        commits.forEach((version, parts) -> {
            parts.sort(Comparator.comparingInt(RecordEntry::index));
            stored.add(whole(version, parts));
        });
        return stored;
    }

    /** The commits that can be put together. */
    public static List<Commit> commits(Collection<Stored> stored) {
        return stored.stream()
                .filter(Stored.Readable.class::isInstance)
                .map(each -> ((Stored.Readable) each).commit())
                .toList();
    }

    private static Stored whole(long version, List<RecordEntry> parts) {
        try {
            return of(version, parts);
        } catch (RuntimeException e) {
            // Somebody has taken something out of it, or put something in that is none.
            return new Stored.Unreadable(version, "changed");
        }
    }

    private static Stored of(long version, List<RecordEntry> parts) {
        RecordEntry first = parts.getFirst();
        if (parts.stream().anyMatch(entry -> !entry.isOfSameCommit(first))) {
            return new Stored.Unreadable(version, "changed");
        }
        if (parts.size() < first.size()) {
            return new Stored.Unreadable(version, "missing");
        }
        return isNumbered(parts)
                ? new Stored.Readable(version, commit(first, parts))
                : new Stored.Unreadable(version, "changed");
    }

    /** The id and the place of an event are no input of the hash, but they follow from what is. */
    private static boolean isNumbered(List<RecordEntry> parts) {
        return IntStream.range(0, parts.size()).allMatch(i -> {
            RecordEntry entry = parts.get(i);
            return entry.index() == i
                    && entry.size() == parts.size()
                    && entry.id().equals(entry.commitId() + "#" + i);
        });
    }

    private static Commit commit(RecordEntry first, List<RecordEntry> parts) {
        return new Commit(
                StreamId.parse(first.stream()),
                first.version(),
                first.commitId(),
                first.causationId(),
                first.actor(),
                first.at(),
                first.seenHeads(),
                parts.stream()
                        .map(entry -> new EventData(entry.type(), entry.json()))
                        .toList(),
                first.previousHash(),
                first.hash());
    }
}
