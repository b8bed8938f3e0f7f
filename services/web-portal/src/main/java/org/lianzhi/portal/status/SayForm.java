package org.lianzhi.portal.status;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that the reporter says about the report.
 *
 * @param code the tracking code, sent along instead of being remembered
 * @param choice a rating, or the step of a review; null where there is nothing to choose
 */
public record SayForm(
        @NotBlank(message = "{status.code.missing}") @Nullable
        String code,

        @Nullable String choice,

        @Size(max = 2000, message = "{report.words.long}") @Nullable
        String words,

        String idempotencyKey) {

    public SayForm {
        words = words == null ? "" : words.strip();
        idempotencyKey = idempotencyKey == null ? UUID.randomUUID().toString() : idempotencyKey;
    }

    static SayForm empty(@Nullable String code, @Nullable String choice) {
        return new SayForm(code, choice, "", UUID.randomUUID().toString());
    }

    /** A tracking code belongs into no log. */
    @Override
    public String toString() {
        return "what a reporter says";
    }
}
