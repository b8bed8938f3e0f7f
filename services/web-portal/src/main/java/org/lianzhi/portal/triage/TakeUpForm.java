package org.lianzhi.portal.triage;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/**
 * Why it is decided anew.
 *
 * @param reason code
 * @param seen version of the record that the officer was shown
 */
public record TakeUpForm(
        @NotBlank(message = "{takenup.reason.missing}") @Nullable
        String reason,

        @Nullable Long seen,
        @Nullable String idempotencyKey) {}
