package org.lianzhi.portal.cases.step;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** The first heavy rain came. The time is local. */
public record HeavyRainForm(
        @NotNull(message = "{case.rain.cameAt.missing}") @DateTimeFormat(pattern = "yyyy-MM-dd'T'HH:mm") @Nullable
        LocalDateTime cameAt,

        @NotBlank(message = "{case.rain.account.missing}") @Size(max = 1000, message = "{form.toolong}") @Nullable
        String account) {}
