package org.lianzhi.portal.cases.step;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** A joint visit is proposed. {@code startsAt} is local time. */
public record ProposeInspectionForm(
        @NotNull(message = "{case.startsAt.missing}") @DateTimeFormat(pattern = "yyyy-MM-dd'T'HH:mm") @Nullable
        LocalDateTime startsAt,

        @NotBlank(message = "{case.meetingPoint.missing}") @Size(max = 200, message = "{form.toolong}") @Nullable
        String meetingPoint,

        @NotBlank(message = "{case.purpose.missing}") @Size(max = 500, message = "{form.toolong}") @Nullable
        String purpose) {}
