package org.lianzhi.portal.cases.step;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why another case is not about the same matter after all. */
public record UnlinkCaseForm(
        @NotBlank(message = "{case.link.reason.missing}")
        @Size(min = 5, max = 1000, message = "{case.link.reason.missing}")
        @Nullable
        String reason) {}
