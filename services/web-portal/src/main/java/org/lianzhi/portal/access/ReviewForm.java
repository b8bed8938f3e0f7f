package org.lianzhi.portal.access;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A look is in order, or is questioned. */
public record ReviewForm(
        @NotBlank(message = "{access.verdict.missing}") @Nullable
        String verdict,

        @Size(max = 1000, message = "{form.toolong}") @Nullable
        String note,

        @Nullable String idempotencyKey) {}
