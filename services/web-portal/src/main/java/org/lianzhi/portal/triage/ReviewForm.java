package org.lianzhi.portal.triage;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a higher authority answered to a request for review.
 *
 * @param seen version of the record that the officer was shown
 */
public record ReviewForm(
        @NotBlank(message = "{review.outcome.missing}") @Nullable
        String outcome,

        @Size(min = 4, max = 4000, message = "{triage.reply.missing}") @Nullable
        String text,

        @Nullable Long seen,
        @Nullable String idempotencyKey) {

    public ReviewForm {
        // Absent and empty are the same, and @Size lets null pass.
        text = text == null ? "" : text.strip();
    }
}
