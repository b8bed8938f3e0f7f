package org.lianzhi.intake.secret;

/** A sealed thing does not open with this key in this place, or somebody changed it. */
public final class NotOpened extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotOpened() {
        super("does not open");
    }
}
