package org.lianzhi.portal.triage;

import jakarta.validation.constraints.AssertTrue;

/**
 * The officer answers for it.
 *
 * @param agreed that it was read and holds nothing personal
 */
public record ReleaseConfirmForm(
        @AssertTrue(message = "{release.agreed.missing}") boolean agreed, String digest, String idempotencyKey) {}
