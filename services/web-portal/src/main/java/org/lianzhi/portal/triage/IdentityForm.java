package org.lianzhi.portal.triage;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** @param reason for which somebody wants to know who the reporter is */
public record IdentityForm(
        @Size(min = 5, max = 500, message = "{identity.reason.missing}")
        String reason) {

    public IdentityForm {
        reason = text(reason);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
