package org.lianzhi.portal.triage;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * To which office a report is handed.
 *
 * @param office its code
 * @param reason code
 * @param words for that office
 * @param seen version of the record that the officer was shown
 */
public record TransferForm(
        @NotBlank(message = "{transfer.office.missing}") @Nullable
        String office,

        @NotBlank(message = "{transfer.reason.missing}") @Nullable
        String reason,

        @Size(min = 4, max = 4000, message = "{transfer.words.missing}") @Nullable
        String words,

        @Nullable Long seen,
        @Nullable String idempotencyKey) {

    public TransferForm {
        // Absent and empty are the same, and @Size lets null pass.
        words = words == null ? "" : words.strip();
    }
}
