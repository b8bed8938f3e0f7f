package org.lianzhi.journal;

/** The events of a command do not fit into one record of the broker. Refused before anything is written. */
public final class CommitTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommitTooLarge(StreamId stream, int bytes, int limit) {
        super("an event for " + stream + " has " + bytes + " bytes, more than " + limit);
    }
}
