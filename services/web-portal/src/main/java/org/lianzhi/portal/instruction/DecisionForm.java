package org.lianzhi.portal.instruction;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A grade, or an office, with reason and legal basis.
 *
 * @param what code of the grade or of the office
 */
public record DecisionForm(
        @NotBlank(message = "{decision.what.missing}") @Nullable
        String what,

        @Size(min = 5, max = 2000, message = "{instruction.reason.missing}")
        @NotBlank(message = "{instruction.reason.missing}")
        @Nullable
        String reason,

        @Size(min = 5, max = 2000, message = "{decision.legalBasis.missing}")
        @NotBlank(message = "{decision.legalBasis.missing}")
        @Nullable
        String legalBasis,

        @Nullable String idempotencyKey) {}
