package org.lianzhi.portal.inspector;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** An access ends before its time, with a reason. */
public record EndForm(
        @NotBlank(message = "{instruction.reason.missing}")
        @Size(min = 5, max = 2000, message = "{instruction.reason.missing}")
        @Nullable
        String reason,

        @Nullable String idempotencyKey) {}
