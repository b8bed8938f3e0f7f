package org.lianzhi.portal.cases.step;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** More time for a measure. */
public record ExtendMeasureForm(
        @NotNull(message = "{case.extension.dueOn.missing}") @DateTimeFormat(pattern = "yyyy-MM-dd") @Nullable
        LocalDate dueOn,

        @NotNull(message = "{case.extension.reasons.missing}")
        @Size(min = 5, max = 1000, message = "{case.extension.reasons.missing}")
        @Nullable
        String reasons) {}
