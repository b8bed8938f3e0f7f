package org.lianzhi.portal.cases.step;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of a paper is done, or the paper is sent back with reasons.
 *
 * @param part code of the step, as it was on the page; the address has a step of its own
 * @param preparedAt of the paper on the page
 * @param reference number of the document by which another office did it
 */
public record ApprovePaperForm(
        @NotBlank(message = "{case.answer.missing}") @Nullable
        String answer,

        @Size(max = 200, message = "{form.toolong}") @Nullable
        String reference,

        @Size(max = 1000, message = "{form.toolong}") @Nullable
        String reasons,

        String part,

        @Nullable Instant preparedAt) {

    boolean isYes() {
        return "yes".equals(answer);
    }

    @AssertTrue(message = "{case.reasons.missing}")
    public boolean isReasoned() {
        return !"no".equals(answer) || (reasons != null && reasons.strip().length() >= 5);
    }
}
