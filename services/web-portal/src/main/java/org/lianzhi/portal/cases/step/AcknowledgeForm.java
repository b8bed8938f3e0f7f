package org.lianzhi.portal.cases.step;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Whether the side takes part.
 *
 * @param answer {@code acknowledge} or {@code decline}
 * @param reason code, only when declining
 */
public record AcknowledgeForm(
        @NotBlank(message = "{case.acknowledge.answer.missing}") @Nullable
        String answer,

        @Nullable String reason,

        @Size(max = 1000, message = "{form.toolong}") @Nullable
        String explanation) {

    @AssertTrue(message = "{case.acknowledge.reason.missing}")
    public boolean isGrounded() {
        return !"decline".equals(answer) || (reason != null && !reason.isBlank());
    }

    @AssertTrue(message = "{case.acknowledge.explanation.missing}")
    public boolean isExplained() {
        return !"decline".equals(answer)
                || (explanation != null && explanation.strip().length() >= 5);
    }
}
