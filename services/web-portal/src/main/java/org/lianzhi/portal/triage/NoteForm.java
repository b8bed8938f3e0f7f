package org.lianzhi.portal.triage;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** @param words for the own office */
public record NoteForm(
        @Size(min = 4, max = 4000, message = "{note.words.missing}") @Nullable
        String words,

        @Nullable String idempotencyKey) {

    public NoteForm {
        // Absent and empty are the same, and @Size lets null pass.
        words = words == null ? "" : words.strip();
    }
}
