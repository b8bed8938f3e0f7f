package org.lianzhi.portal.triage;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the reporter reads on the status page.
 *
 * @param reviewable whether it is a handling opinion under the petition regulation
 * @param seen version of the record that the officer was shown
 */
public record ReplyForm(
        @Size(min = 4, max = 4000, message = "{triage.reply.missing}") @Nullable
        String text,

        boolean reviewable,
        @Nullable Long seen,
        @Nullable String idempotencyKey) {

    public ReplyForm {
        // Absent and empty are the same, and @Size lets null pass.
        text = text == null ? "" : text.strip();
    }
}
