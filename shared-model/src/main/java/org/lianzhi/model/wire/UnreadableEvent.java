package org.lianzhi.model.wire;

/** The data of an event do not fit its type, or are of a later version than this program knows. The message names no content: an event's data do not belong into a log. */
public final class UnreadableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private UnreadableEvent(String message) {
        super(message);
    }

    static UnreadableEvent misfit(String wireType, Exception cause) {
        return new UnreadableEvent(
                "the data do not fit " + wireType + " (" + cause.getClass().getSimpleName() + ")");
    }

    static UnreadableEvent newer(String wireType) {
        return new UnreadableEvent(wireType + " is of a later version than this program knows");
    }
}
