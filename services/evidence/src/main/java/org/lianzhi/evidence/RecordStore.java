package org.lianzhi.evidence;

import java.util.List;
import java.util.SortedSet;
import org.lianzhi.evidence.domain.Stored;
import org.lianzhi.journal.StreamId;

/** Records as they lie somewhere, with whatever was done to them. */
public interface RecordStore {

    /** What a line of a report calls it. */
    String name();

    /** Whether the records are written here; else they come from there and may come a little later. */
    boolean isOrigin();

    /** Whether a record belongs here, by its kind and side, so that it is missed when it is not here. */
    boolean holds(StreamId stream);

    /** Every record of which anything is there. Reads all keys: for a command, not for a request. */
    SortedSet<String> streams();

    /** Keys of documents that have no place in any record. Reads all keys. */
    SortedSet<String> strays();

    List<Stored> read(String stream);
}
