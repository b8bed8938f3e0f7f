package org.lianzhi.intake.secret;

import org.jspecify.annotations.Nullable;

/** A key file is missing or damaged. Nothing is stored without it. */
public final class KeysUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public KeysUnusable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
