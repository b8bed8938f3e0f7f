package org.lianzhi.timeline.record;

import java.util.ArrayList;
import java.util.List;

/** Up to 200 commits of one stream. */
public record RecordPage(List<RecordEntry> entries) {

    public RecordPage {
        entries = List.copyOf(entries);
    }

    RecordPage with(RecordEntry entry) {
        List<RecordEntry> more = new ArrayList<>(entries);
        more.add(entry);
        return new RecordPage(more);
    }
}
