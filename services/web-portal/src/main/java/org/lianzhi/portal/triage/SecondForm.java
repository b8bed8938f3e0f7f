package org.lianzhi.portal.triage;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the second officer says.
 *
 * @param agree {@code yes} or {@code no}
 * @param words why not
 * @param seen version of the record that the officer was shown
 */
public record SecondForm(
        @NotBlank(message = "{second.agree.missing}") @Nullable
        String agree,

        @Size(max = 4000, message = "{form.toolong}") @Nullable
        String words,

        @Nullable Long seen,
        @Nullable String idempotencyKey) {

    boolean confirms() {
        return "yes".equals(agree);
    }
}
