package org.lianzhi.portal.cases.step;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Yes or no to something the other side put forward; no needs reasons.
 *
 * @param answer {@code yes} or {@code no}
 * @param digest of the content that is answered
 */
public record AnswerForm(
        @NotBlank(message = "{case.answer.missing}") @Nullable
        String answer,

        @Size(max = 1000, message = "{form.toolong}") @Nullable
        String reasons,

        String digest) {

    boolean isYes() {
        return "yes".equals(answer);
    }

    @AssertTrue(message = "{case.reasons.missing}")
    public boolean isReasoned() {
        return !"no".equals(answer) || (reasons != null && reasons.strip().length() >= 5);
    }
}
