package org.lianzhi.timeline.notice;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.timeline.record.RecordEntry;

/**
 * A notice, and that it was opened.
 *
 * @param subject id of the case or report that it is about; null where a newer version wrote it
 * @param entries as they came
 */
public record ToldNotice(@Nullable String subject, List<RecordEntry> entries) {

    public ToldNotice {
        entries = List.copyOf(entries);
    }

    ToldNotice with(RecordEntry entry) {
        List<RecordEntry> more = new ArrayList<>(entries);
        more.add(entry);
        return new ToldNotice(subject, more);
    }
}
