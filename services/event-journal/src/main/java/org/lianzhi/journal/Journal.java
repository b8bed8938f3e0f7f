package org.lianzhi.journal;

import java.util.Collection;
import java.util.Map;

/** The append-only journal of the streams that a service owns. */
public interface Journal {

    /** Loads a stream; one without commits is empty, not absent. */
    EventStream load(StreamId stream);

    /** Loads several streams, each complete. */
    Map<StreamId, EventStream> load(Collection<StreamId> streams);

    /**
     * The heads of all streams of a kind and side. Reads the whole journal: for a start, not for a request.
     *
     * @param kind of the streams, such as {@code case}
     */
    Map<StreamId, Head> heads(String kind, String side);

    /**
     * Says that nothing follows what was loaded, by a read that no old primary can answer: a load can lag behind for a moment
     * after an election. To be asked before somebody is told that there is nothing to do; an append finds out by itself.
     *
     * @throws StreamConflict when there is more
     * @throws StoreUnavailable when it cannot be found out
     */
    void assertIsAll(EventStream loaded);

    /**
     * Appends after the loaded head. Returns only when the commit is durable.
     *
     * @return the commit as stored; for a repetition of the same commit id the first one
     * @throws StreamConflict when another commit took the place
     * @throws CommitTooLarge before anything is written
     * @throws StoreUnavailable when the outcome could not be found out
     */
    Commit append(EventStream loaded, Draft draft);
}
