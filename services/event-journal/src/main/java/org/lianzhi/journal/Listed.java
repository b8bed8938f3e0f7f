package org.lianzhi.journal;

import java.util.Map;
import java.util.Optional;

/**
 * A projector whose documents also stand in lists that are read as one, such as the open reports of a bureau. A change writes a
 * whole document of the store: keep a list to what is open, or divide it.
 *
 * @param <T> what a document holds
 * @param <E> what a list shows of it
 */
public interface Listed<T, E> extends Projector<T> {

    /** For {@link #parts} of a list that gets long: at a thousand entries a part has sixty. */
    int MANY = 16;

    /**
     * Where a document stands.
     *
     * @return entry by id of the list; empty for a list in which the document must not stand (any more)
     */
    Map<String, Optional<E>> places(String id, T state);

    /**
     * Into how many documents a list is divided, by the ids of its entries: a change writes one of them, and whoever reads the
     * list reads them all. A list can be divided later, and what stands in the undivided one goes on being read; any other change
     * of the number wants a rebuild.
     *
     * @return 1 for a list that stays short
     */
    default int parts(String list) {
        return 1;
    }
}
