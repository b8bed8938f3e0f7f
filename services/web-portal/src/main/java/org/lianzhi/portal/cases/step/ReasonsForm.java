package org.lianzhi.portal.cases.step;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Something of the own side is taken back.
 *
 * @param digest of the content that is taken back
 */
public record ReasonsForm(
        @NotNull(message = "{case.reasons.missing}")
        @Size(min = 5, max = 1000, message = "{case.reasons.missing}")
        @Nullable
        String reasons,

        String digest) {}
