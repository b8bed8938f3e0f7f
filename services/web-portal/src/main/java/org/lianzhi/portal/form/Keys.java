package org.lianzhi.portal.form;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

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

    /** A key stands for what was refused under it: what is sent instead is a new command. */
    public static void renew(Model model) {
        model.addAttribute("newKey", fresh());
    }
}
