package org.lianzhi.portal.report;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * When it was seen. Nothing of it is needed: who cannot say goes on.
 *
 * @param observedAt local time
 * @param weather code: {@code rain}, {@code after-rain}, {@code dry}, {@code unknown}
 * @param stillGoingOn {@code yes}, {@code no} or {@code unknown}
 */
public record WhenForm(
        @DateTimeFormat(pattern = "yyyy-MM-dd'T'HH:mm") @Nullable
        LocalDateTime observedAt,

        @Nullable String weather,
        @Nullable String stillGoingOn) {

    public WhenForm {
        weather = weather == null || weather.isBlank() ? null : weather;
        stillGoingOn = stillGoingOn == null || stillGoingOn.isBlank() ? null : stillGoingOn;
    }

    static WhenForm empty() {
        return new WhenForm(null, null, null);
    }
}
