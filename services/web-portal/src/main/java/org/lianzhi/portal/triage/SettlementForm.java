package org.lianzhi.portal.triage;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the common superior decided.
 *
 * @param office that deals with the report, by its code
 * @param document by which the office was told
 * @param seen version of the record that the officer was shown
 */
public record SettlementForm(
        @NotBlank(message = "{transfer.office.missing}") @Nullable
        String office,

        @Size(min = 4, max = 4000, message = "{settlement.document.missing}") @Nullable
        String document,

        @Nullable Long seen,
        @Nullable String idempotencyKey) {

    public SettlementForm {
        // Absent and empty are the same, and @Size lets null pass.
        document = document == null ? "" : document.strip();
    }
}
