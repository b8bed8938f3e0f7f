package org.lianzhi.portal.cases.step;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** With what, and why, the own record ends although the other side is outstanding. */
public record ConcludeForm(
        @NotBlank(message = "{case.conclude.outcome.missing}") @Nullable
        String outcome,

        @NotNull(message = "{case.conclude.explanation.missing}")
        @Size(min = 5, max = 1000, message = "{case.conclude.explanation.missing}")
        @Nullable
        String explanation) {}
