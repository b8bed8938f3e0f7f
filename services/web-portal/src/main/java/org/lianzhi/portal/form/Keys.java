package org.lianzhi.portal.form;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Idempotency keys: one goes with each form, so that a second press of the button is the same act. */
public final class Keys {

    private Keys() {}

    public static String fresh() {
        return UUID.randomUUID().toString();
    }

    /** A form without its key is a new command. */
    public static String of(@Nullable String sent) {
        return sent == null || sent.isBlank() ? fresh() : sent;
    }
}
