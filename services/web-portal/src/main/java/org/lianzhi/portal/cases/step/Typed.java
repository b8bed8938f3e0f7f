package org.lianzhi.portal.cases.step;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is there once a form has passed its checks. */
final class Typed {

    private Typed() {}

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    static <T> T given(@Nullable T typed) {
        return Objects.requireNonNull(typed, "the form's checks ask for it");
    }
}
