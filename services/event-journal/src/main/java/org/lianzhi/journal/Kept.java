package org.lianzhi.journal;

import org.jspecify.annotations.Nullable;

/**
 * A document of a read model as it is kept.
 *
 * @param gate how far it has got in each stream
 * @param state null when all that ever came for the document was left out by a person's decision
 */
record Kept<T>(
        String id, Gate gate, long revision, @Nullable T state) {

    Kept<T> passed(StreamId stream, Position place) {
        return new Kept<>(id, gate.passed(stream, place), revision, state);
    }

    static <T> Kept<T> none(String id) {
        return new Kept<>(id, Gate.EMPTY, 0, null);
    }
}
