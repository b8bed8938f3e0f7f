package org.lianzhi.portal.triage;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the reporter is asked on the status page.
 *
 * @param reason code of what is missing
 * @param seen version of the record that the officer was shown
 */
public record AskForm(
        @NotBlank(message = "{ask.reason.missing}") @Nullable
        String reason,

        @Size(min = 4, max = 4000, message = "{ask.question.missing}") @Nullable
        String question,

        @Nullable Long seen,
        @Nullable String idempotencyKey) {

    public AskForm {
        // Absent and empty are the same, and @Size lets null pass.
        question = question == null ? "" : question.strip();
    }
}
