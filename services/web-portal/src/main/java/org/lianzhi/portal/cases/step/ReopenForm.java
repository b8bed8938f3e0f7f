package org.lianzhi.portal.cases.step;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why a closed case is opened again. */
public record ReopenForm(
        @NotBlank(message = "{case.reopen.reason.missing}") @Nullable
        String reason,

        @NotNull(message = "{case.reopen.explanation.missing}")
        @Size(min = 5, max = 1000, message = "{case.reopen.explanation.missing}")
        @Nullable
        String explanation) {}
