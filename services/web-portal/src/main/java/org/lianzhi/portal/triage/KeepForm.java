package org.lianzhi.portal.triage;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What is to become of what the reporter said.
 *
 * @param reviewOn of a hold
 * @param agreed of an erasure: that it cannot be undone; absent where it is not ticked
 */
public record KeepForm(
        @Size(min = 5, max = 500, message = "{keep.reason.missing}")
        String reason,

        @DateTimeFormat(pattern = "yyyy-MM-dd") @Nullable LocalDate reviewOn,
        @Nullable Boolean agreed,
        @Nullable String idempotencyKey) {

    public KeepForm {
        reason = reason == null ? "" : reason.strip();
    }
}
