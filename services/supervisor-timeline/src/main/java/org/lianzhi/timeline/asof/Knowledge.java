package org.lianzhi.timeline.asof;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lianzhi.timeline.record.CausalOrder;
import org.lianzhi.timeline.record.RecordEntry;

/**
 * Which entries of the records of a case a side knew at a moment: its own up to the first one after it, and of another record what its own
 * commits up to then say they had seen. Whatever it may have read without writing anything, no record tells.
 */
public final class Knowledge {

    private Knowledge() {}

    /** In causal order. */
    public static List<RecordEntry> of(String side, Collection<RecordEntry> records, Instant at) {
        // A repeated command keeps the time of its first try: an entry may tell an earlier one than those before it.
        List<RecordEntry> own = records.stream()
                .filter(entry -> entry.side().equals(side))
                .sorted(Comparator.comparingLong(RecordEntry::version).thenComparingInt(RecordEntry::index))
                .takeWhile(entry -> !entry.at().isAfter(at))
                .toList();
        Map<String, Long> seen = new HashMap<>();
        own.forEach(entry -> entry.seen().forEach(head -> seen.merge(head.side(), head.version(), Math::max)));
        Stream<RecordEntry> theirs = records.stream()
                .filter(entry -> !entry.side().equals(side))
                .filter(entry -> entry.version() <= seen.getOrDefault(entry.side(), 0L));
        return CausalOrder.of(Stream.concat(own.stream(), theirs).toList());
    }
}
