package org.lianzhi.portal.triage;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody reads what the reporter said.
 *
 * @param words where none of the reasons fits
 * @param to page of the report that the reader was about to open
 */
public record OpeningForm(
        @NotBlank(message = "{opening.reason.missing}") @Nullable
        String reason,

        @Nullable String words,
        @Nullable String to) {

    static OpeningForm before(@Nullable String to) {
        return new OpeningForm(null, "", to);
    }
}
