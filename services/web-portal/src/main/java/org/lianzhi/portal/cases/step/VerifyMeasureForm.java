package org.lianzhi.portal.cases.step;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A side looked at a measure that was reported done.
 *
 * @param answer {@code yes} if it is in place
 * @param capacity {@code enforcing} or {@code attending}
 * @param digest of the report that is verified
 */
public record VerifyMeasureForm(
        @NotBlank(message = "{case.verify.missing}") @Nullable
        String answer,

        @NotBlank(message = "{case.capacity.missing}") @Nullable
        String capacity,

        @NotBlank(message = "{case.remarks.missing}") @Size(max = 1000, message = "{form.toolong}") @Nullable
        String remarks,

        String digest) {}
