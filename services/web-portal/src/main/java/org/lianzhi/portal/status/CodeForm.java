package org.lianzhi.portal.status;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/** The tracking code as typed, with or without spaces. */
public record CodeForm(
        @NotBlank(message = "{status.code.missing}") @Nullable
        String code) {

    static CodeForm empty() {
        return new CodeForm(null);
    }
}
