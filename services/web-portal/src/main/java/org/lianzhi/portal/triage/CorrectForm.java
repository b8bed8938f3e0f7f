package org.lianzhi.portal.triage;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A detail as it should be.
 *
 * @param after code of the category or county
 * @param seen version of the record that the officer was shown
 */
public record CorrectForm(
        @NotBlank(message = "{correction.after.missing}") @Nullable
        String after,

        @Size(min = 4, max = 4000, message = "{correction.reason.missing}") @Nullable
        String reason,

        @Nullable Long seen,
        @Nullable String idempotencyKey) {

    public CorrectForm {
        // Absent and empty are the same, and @Size lets null pass.
        reason = reason == null ? "" : reason.strip();
    }
}
