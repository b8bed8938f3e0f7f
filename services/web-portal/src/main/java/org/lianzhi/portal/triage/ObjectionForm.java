package org.lianzhi.portal.triage;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Why a report that another office handed over is not one's own.
 *
 * @param reason code
 * @param words for that office and the common superior
 * @param seen version of the record that the officer was shown
 */
public record ObjectionForm(
        @NotBlank(message = "{objection.reason.missing}") @Nullable
        String reason,

        @Size(min = 4, max = 4000, message = "{transfer.words.missing}") @Nullable
        String words,

        @Nullable Long seen,
        @Nullable String idempotencyKey) {

    public ObjectionForm {
        // Absent and empty are the same, and @Size lets null pass.
        words = words == null ? "" : words.strip();
    }
}
