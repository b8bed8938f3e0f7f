package org.lianzhi.portal.report;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * When it was seen.
 *
 * @param observedAt local time
 * @param weather code: {@code rain}, {@code after-rain}, {@code dry}, {@code unknown}
 * @param stillGoingOn {@code yes}, {@code no} or {@code unknown}
 */
public record WhenForm(
        @NotNull(message = "{report.observedAt.missing}") @DateTimeFormat(pattern = "yyyy-MM-dd'T'HH:mm") @Nullable
        LocalDateTime observedAt,

        @NotBlank(message = "{report.weather.missing}") @Nullable
        String weather,

        @NotBlank(message = "{report.stillGoingOn.missing}") @Nullable
        String stillGoingOn) {

    static WhenForm empty() {
        return new WhenForm(null, null, null);
    }
}
