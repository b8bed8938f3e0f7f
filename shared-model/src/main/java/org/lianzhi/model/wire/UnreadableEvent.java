package org.lianzhi.model.wire;

/** The data of an event do not fit its type. The message names no content: an event's data do not belong into a log. */
public final class UnreadableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableEvent(String wireType, Exception cause) {
        super("the data do not fit " + wireType + " (" + cause.getClass().getSimpleName() + ")");
    }
}
