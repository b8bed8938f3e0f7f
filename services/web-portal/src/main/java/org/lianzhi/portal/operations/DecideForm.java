package org.lianzhi.portal.operations;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * How a parked case goes on.
 *
 * @param decision {@code release} or {@code skip}
 * @param reason kept beside the decision and the person
 */
public record DecideForm(
        @NotBlank(message = "{operations.decision.missing}") @Nullable
        String decision,

        @Size(min = 5, max = 500, message = "{operations.reason.missing}")
        String reason) {

    public DecideForm {
        reason = reason == null ? "" : reason.strip();
    }
}
