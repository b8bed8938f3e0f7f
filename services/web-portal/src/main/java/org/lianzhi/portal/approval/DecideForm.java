package org.lianzhi.portal.approval;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A step that was asked of the office is done, or the paper is sent back with reasons.
 *
 * @param part code of the step, as it was on the page
 * @param preparedAt of the paper on the page
 */
public record DecideForm(
        @NotBlank(message = "{case.answer.missing}") @Nullable
        String answer,

        @Size(max = 1000, message = "{form.toolong}") @Nullable
        String reasons,

        @Nullable String part,
        @Nullable Instant preparedAt,
        @Nullable String idempotencyKey) {

    boolean isYes() {
        return "yes".equals(answer);
    }

    String why() {
        return Objects.requireNonNullElse(reasons, "").strip();
    }

    @AssertTrue(message = "{case.reasons.missing}")
    public boolean isReasoned() {
        return !"no".equals(answer) || why().length() >= 5;
    }
}
