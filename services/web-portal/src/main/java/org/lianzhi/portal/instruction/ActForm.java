package org.lianzhi.portal.instruction;

import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * Something is done about an instruction.
 *
 * @param words of whoever does it; whether they are needed depends on what it is
 * @param dueAt the new time, local, where it is extended
 */
public record ActForm(
        @Size(max = 2000, message = "{form.toolong}") @Nullable
        String words,

        @DateTimeFormat(pattern = "yyyy-MM-dd'T'HH:mm") @Nullable
        LocalDateTime dueAt,

        @Nullable String idempotencyKey) {

    boolean says(int atLeast) {
        return words != null && words.strip().length() >= atLeast;
    }
}
