package org.lianzhi.portal.triage;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What an officer finds against the reporter.
 *
 * @param finding outcome and reason, with a dot between
 * @param words for the reporter
 * @param seen version of the record that the officer was shown
 */
public record DismissForm(
        @NotBlank(message = "{dismiss.finding.missing}") @Nullable
        String finding,

        @Size(min = 4, max = 4000, message = "{dismiss.words.missing}") @Nullable
        String words,

        @Nullable Long seen,
        @Nullable String idempotencyKey) {

    public DismissForm {
        // Absent and empty are the same, and @Size lets null pass.
        words = words == null ? "" : words.strip();
    }

    String outcome() {
        return String.valueOf(finding).replaceFirst("[.].*", "");
    }

    String reason() {
        return String.valueOf(finding).replaceFirst(".*[.]", "");
    }
}
