package org.lianzhi.journal;

/**
 * A document of a read model.
 *
 * @param gate how far it has got in each stream
 */
public record Projected<T>(String id, Gate gate, long revision, T state) {}
