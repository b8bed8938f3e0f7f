package org.lianzhi.portal.status;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Whether it is really fixed.
 *
 * @param code the tracking code, sent along instead of being remembered
 * @param fixed {@code yes} or {@code no}
 */
public record FixedForm(
        String code,

        @NotBlank(message = "{status.fixed.missing}") @Nullable
        String fixed,

        @Size(max = 1000, message = "{report.words.long}") @Nullable
        String words,

        String idempotencyKey) {}
