package org.lianzhi.portal.triage;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Why it is not accepted, and where the reporter can go.
 *
 * @param reason code, such as {@code not-environmental}
 * @param seen version of the record that the officer was shown
 */
public record NotAcceptedForm(
        @NotBlank(message = "{triage.reason.missing}") @Nullable
        String reason,

        @Size(max = 500, message = "{form.toolong}") @Nullable
        String whereToGo,

        @Nullable Long seen,
        @Nullable String idempotencyKey) {}
