package org.lianzhi.journal;

/** Whether the commit was stored is not known or it could not be: nothing was promised, the same command may be sent again. */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreUnavailable(Throwable cause) {
        super("the journal's store does not answer", cause);
    }
}
