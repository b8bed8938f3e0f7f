package org.lianzhi.portal.report;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom to ask and answer. All of it may be left empty.
 *
 * @param address for letters
 * @param channels that the bureau may use, and no others: {@code call}, {@code text}, {@code email}, {@code post}
 */
public record ContactForm(
        @Size(max = 60, message = "{report.words.long}") @Nullable
        String name,

        @Pattern(regexp = "|[+0-9][0-9 -]{5,19}", message = "{report.phone.wrong}") @Nullable
        String phone,

        @Email(message = "{report.email.wrong}") @Nullable String email,

        @Size(max = 200, message = "{report.words.long}") @Nullable
        String address,

        List<String> channels) {

    public ContactForm {
        channels = channels == null ? List.of() : List.copyOf(channels);
    }

    static ContactForm empty() {
        return new ContactForm(null, null, null, null, List.of());
    }

    /** Fields without which a channel that was agreed to leads nowhere. */
    List<String> needed() {
        return channels.stream()
                .flatMap(channel -> switch (channel) {
                    case "call", "text" -> needed("phone", phone);
                    case "email" -> needed("email", email);
                    case "post" -> needed("address", address);
                    default -> Stream.<String>empty();
                })
                .distinct()
                .toList();
    }

    private static Stream<String> needed(String field, @Nullable String text) {
        return text == null || text.isBlank() ? Stream.of(field) : Stream.empty();
    }
}
