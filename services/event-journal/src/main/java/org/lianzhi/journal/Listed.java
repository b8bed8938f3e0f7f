package org.lianzhi.journal;

import java.util.Map;
import java.util.Optional;

/**
 * A projector whose documents also stand in lists that are read as one document, such as the open reports of a bureau.
 * Keep a list to what is open: it is written as a whole.
 *
 * @param <T> what a document holds
 * @param <E> what a list shows of it
 */
public interface Listed<T, E> extends Projector<T> {

    /**
     * Where a document stands.
     *
     * @return entry by id of the list; empty for a list in which the document must not stand (any more)
     */
    Map<String, Optional<E>> places(String id, T state);
}
