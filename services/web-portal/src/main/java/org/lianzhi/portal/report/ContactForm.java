package org.lianzhi.portal.report;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Whom to ask and answer. All of it may be left empty. */
public record ContactForm(
        @Size(max = 60, message = "{report.words.long}") @Nullable
        String name,

        @Pattern(regexp = "|[+0-9][0-9 -]{5,19}", message = "{report.phone.wrong}") @Nullable
        String phone,

        @Email(message = "{report.email.wrong}") @Nullable String email) {

    static ContactForm empty() {
        return new ContactForm(null, null, null);
    }
}
