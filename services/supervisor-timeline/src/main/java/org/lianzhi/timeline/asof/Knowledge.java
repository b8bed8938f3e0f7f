package org.lianzhi.timeline.asof;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lianzhi.timeline.record.CausalOrder;
import org.lianzhi.timeline.record.RecordEntry;

/**
 * Which entries of the records of a case a side knew at a moment: its own up to then, and of another record what its own
 * commits up to then say they had seen. Whatever it may have read without writing anything, no record tells.
 */
public final class Knowledge {

    private Knowledge() {}

    /** In causal order. */
    public static List<RecordEntry> of(String side, Collection<RecordEntry> records, Instant at) {
        List<RecordEntry> own = records.stream()
                .filter(entry -> entry.side().equals(side) && !entry.at().isAfter(at))
                .toList();
        Map<String, Long> seen = new HashMap<>();
        own.forEach(entry -> entry.seen().forEach(head -> seen.merge(head.side(), head.version(), Math::max)));
        return CausalOrder.of(records.stream()
                .filter(entry -> entry.side().equals(side)
                        ? !entry.at().isAfter(at)
                        : entry.version() <= seen.getOrDefault(entry.side(), 0L))
                .toList());
    }
}
