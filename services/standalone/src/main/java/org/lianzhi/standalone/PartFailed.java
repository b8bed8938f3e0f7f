package org.lianzhi.standalone;

/** A part did not start. The message is one line that says what is wrong and what to do. */
final class PartFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PartFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
