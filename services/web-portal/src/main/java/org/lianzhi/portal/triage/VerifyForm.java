package org.lianzhi.portal.triage;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the bureau established.
 *
 * @param result code
 * @param words how
 * @param seen version of the record that the officer was shown
 */
public record VerifyForm(
        @NotBlank(message = "{verification.result.missing}") @Nullable
        String result,

        @Size(min = 4, max = 4000, message = "{verification.words.missing}") @Nullable
        String words,

        @Nullable Long seen,
        @Nullable String idempotencyKey) {

    public VerifyForm {
        // Absent and empty are the same, and @Size lets null pass.
        words = words == null ? "" : words.strip();
    }
}
