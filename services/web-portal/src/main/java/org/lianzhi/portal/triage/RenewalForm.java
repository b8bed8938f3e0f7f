package org.lianzhi.portal.triage;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A new code for a reporter.
 *
 * @param reason code: {@code lost} or {@code seen-by-others}
 * @param note how the officer made sure that it is the reporter
 */
public record RenewalForm(
        @NotBlank(message = "{renewal.reason.missing}") @Nullable
        String reason,

        @Size(min = 4, max = 500, message = "{renewal.note.missing}") @Nullable
        String note,

        @Nullable String idempotencyKey) {

    public RenewalForm {
        // Absent and empty are the same, and @Size lets null pass.
        note = note == null ? "" : note.strip();
    }
}
