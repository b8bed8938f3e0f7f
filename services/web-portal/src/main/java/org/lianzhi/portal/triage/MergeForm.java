package org.lianzhi.portal.triage;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * In which report it goes on.
 *
 * @param into id of a proposed one, or {@code other}
 * @param number of another one
 * @param reason code
 * @param othersCome that what goes on in it goes on there, too; absent where it is not ticked
 * @param seen version of the record that the officer was shown
 */
public record MergeForm(
        @NotBlank(message = "{merge.into.missing}") @Nullable
        String into,

        @Size(max = 40, message = "{form.toolong}") @Nullable
        String number,

        @NotBlank(message = "{merge.reason.missing}") @Nullable
        String reason,

        @Nullable Boolean othersCome,
        @Nullable Long seen,
        @Nullable String idempotencyKey) {

    static final String OTHER = "other";

    String target() {
        return OTHER.equals(into) ? String.valueOf(number).strip() : String.valueOf(into);
    }
}
