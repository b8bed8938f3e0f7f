package org.lianzhi.portal.cases.step;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/**
 * A signature under the closure.
 *
 * @param outcome code, such as {@code rectified-and-verified}
 * @param digest of the content that is signed
 */
public record SignForm(
        @NotBlank(message = "{case.outcome.missing}") @Nullable
        String outcome,

        @AssertTrue(message = "{case.agreed.missing}") boolean agreed,
        String digest) {}
