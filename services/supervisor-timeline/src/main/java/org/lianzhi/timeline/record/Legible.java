package org.lianzhi.timeline.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.journal.StreamId;
import org.lianzhi.model.Actor;
import tools.jackson.databind.json.JsonMapper;

/**
 * What can be shown of a record as it was received. Somebody may have written into the timeline's own database: what is no step
 * any more is left out and named, so that the rest, and where it is broken, can still be read.
 *
 * @param unreadable the versions of which something cannot be shown; of a page that cannot be read, its first
 */
public record Legible(StreamId stream, List<RecordEntry> entries, SortedSet<Long> unreadable) {

    public static Legible read(ReadModel<RecordPage> pages, StreamId stream) {
        SortedSet<Long> unreadable = new TreeSet<>();
        List<RecordEntry> entries = new ArrayList<>();
        for (RecordEntry entry : RecordPages.read(pages, stream, before -> unreadable.add(before + 1))) {
            if (isStep(entry, stream)) {
                entries.add(entry);
            } else {
                unreadable.add(entry.version());
            }
        }
        return new Legible(stream, entries, unreadable);
    }

    /** Whether it can be shown, not whether it is what was written: that is for the check. */
    private static boolean isStep(RecordEntry entry, StreamId stream) {
        try {
            Actor.parse(entry.actor());
            boolean data = JsonMapper.shared().readTree(entry.json()).isObject();
            Stream<Object> parts =
                    Stream.of(entry.id(), entry.type(), entry.at(), entry.commitId(), entry.causationId());
            Stream<Object> hashes = Stream.of(entry.previousHash(), entry.hash());
            Stream<Object> seen = entry.seen().stream().flatMap(head -> Stream.of(head.side(), head.hash()));
            return data
                    && entry.event().stream().equals(stream)
                    && Stream.of(parts, hashes, seen).flatMap(all -> all).allMatch(Objects::nonNull);
        } catch (RuntimeException e) {
            return false;
        }
    }
}
