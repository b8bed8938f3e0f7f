package org.lianzhi.portal.triage;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/**
 * On which side a person says that a matter lies.
 *
 * @param side {@code own}, {@code other} or {@code unknown}
 * @param seen version of the record that the officer was shown
 */
public record SideForm(
        @NotBlank(message = "{triage.side.missing}") @Nullable
        String side,

        @Nullable Long seen,
        @Nullable String idempotencyKey) {}
