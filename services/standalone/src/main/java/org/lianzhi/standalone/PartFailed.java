package org.lianzhi.standalone;

import org.jspecify.annotations.Nullable;
import org.lianzhi.embedded.DataFolderProblem;
import org.lianzhi.embedded.PortTaken;

/** A part did not start. The message is one line that says what is wrong and what to do. */
final class PartFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Characters of a message that nobody wrote for this line; all of it is in the log. */
    private static final int MOST = 200;

    PartFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Of a failure that nobody foresaw; the innermost cause says most. */
    static PartFailed of(String part, Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (known(cause)) {
                return new PartFailed(String.valueOf(cause.getMessage()), failure);
            }
            root = cause;
        }
        String why = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        why = why.substring(0, Math.min(why.length(), MOST));
        return new PartFailed(
                "The " + part + " did not start: " + root.getClass().getSimpleName() + ": " + why
                        + ". More is in the log file logs/lianzhi.log of the data folder.",
                failure);
    }

    /** Whether the message already says in one line what to do. */
    static boolean known(Throwable failure) {
        return failure instanceof PartFailed || failure instanceof DataFolderProblem || failure instanceof PortTaken;
    }
}
