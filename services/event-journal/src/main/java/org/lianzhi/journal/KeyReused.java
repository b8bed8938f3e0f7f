package org.lianzhi.journal;

/** The same idempotency key came with another command: it is neither a repetition nor a new request. */
public final class KeyReused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public KeyReused() {
        super("this idempotency key was used for another command");
    }
}
