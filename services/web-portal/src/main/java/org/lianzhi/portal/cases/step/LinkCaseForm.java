package org.lianzhi.portal.cases.step;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Another case of the same matter.
 *
 * @param other id of a case that was offered
 * @param address of the page of one that was not; it counts where both are given
 */
public record LinkCaseForm(
        @Nullable String other,

        @Size(max = 500, message = "{form.toolong}") @Nullable
        String address,

        @NotBlank(message = "{case.link.kind.missing}") @Nullable
        String kind,

        @NotBlank(message = "{case.link.reason.missing}")
        @Size(min = 5, max = 1000, message = "{case.link.reason.missing}")
        @Nullable
        String reason) {

    @AssertTrue(message = "{case.link.other.missing}")
    public boolean isNamed() {
        return !Typed.text(other).isEmpty() || !Typed.text(address).isEmpty();
    }

    /** The id of the case that is meant. */
    String meant() {
        String typed = Typed.text(address);
        return typed.isEmpty() ? Typed.text(other) : typed.replaceFirst("^.*/staff/cases/([^/?#]+).*$", "$1");
    }
}
