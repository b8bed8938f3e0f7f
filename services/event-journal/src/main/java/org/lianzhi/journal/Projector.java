package org.lianzhi.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A read model as a pure function of events: the same events in the same order of each stream give the same documents,
 * whenever they are applied.
 *
 * @param <T> what a document holds: a record that Spring Data can map
 */
public interface Projector<T> {

    /** Name of the collection. */
    String collection();

    Class<T> type();

    /**
     * Ids of the documents that the event touches; none for an event that means nothing here. A document that takes one
     * event of a stream takes all of them from {@link #base} on, otherwise its gate would see gaps: what gathers parts
     * of many streams is a {@link Listed listing}.
     */
    List<String> documents(IncomingEvent event);

    /** The last version of a stream that lies before this document, for documents that are pages of a stream. */
    default long base(String id, StreamId stream) {
        return 0;
    }

    /**
     * Applies the next event.
     *
     * @param current null for a document that does not exist yet
     */
    T apply(String id, @Nullable T current, IncomingEvent event);
}
