package org.lianzhi.portal.triage;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/**
 * What the bureau does with it.
 *
 * @param decision {@code cross-border}, {@code accept} or {@code not-accept}
 * @param seen version of the record that the officer was shown
 */
public record TriageForm(
        @NotBlank(message = "{triage.decision.missing}") @Nullable
        String decision,

        @Nullable Long seen,
        @Nullable String idempotencyKey) {}
