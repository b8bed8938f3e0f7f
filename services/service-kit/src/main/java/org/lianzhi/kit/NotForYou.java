package org.lianzhi.kit;

/** There is no such thing for this person: unknown and forbidden get the same answer. */
public final class NotForYou extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotForYou() {
        super("unknown or not for this person", null, false, false);
    }
}
