package org.lianzhi.portal.triage;

import jakarta.validation.constraints.AssertTrue;
import org.jspecify.annotations.Nullable;

/**
 * The officer answers for it.
 *
 * @param agreed that it was read and holds nothing personal
 * @param digest of what was shown
 * @param seen version of the record that the officer was shown
 */
public record ReleaseConfirmForm(
        @AssertTrue(message = "{release.agreed.missing}") boolean agreed,
        @Nullable String digest,
        @Nullable Long seen,
        @Nullable String idempotencyKey) {}
