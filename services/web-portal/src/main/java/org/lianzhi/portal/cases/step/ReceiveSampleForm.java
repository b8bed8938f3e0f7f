package org.lianzhi.portal.cases.step;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * The laboratory takes the sample in.
 *
 * @param sealIntact {@code yes} or {@code no}
 * @param receivedAt local time
 */
public record ReceiveSampleForm(
        @NotBlank(message = "{case.sealIntact.missing}") @Nullable
        String sealIntact,

        @NotNull(message = "{case.receivedAt.missing}") @DateTimeFormat(pattern = "yyyy-MM-dd'T'HH:mm") @Nullable
        LocalDateTime receivedAt) {}
