package org.lianzhi.portal.cases.step;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** The hand-over of the own part to the own laboratory. {@code handedOverAt} is local time. */
public record SendSampleForm(
        @NotBlank(message = "{case.laboratory.missing}") @Nullable
        String laboratory,

        @NotBlank(message = "{case.sample.seal.missing}") @Size(max = 40, message = "{form.toolong}") @Nullable
        String seal,

        @NotNull(message = "{case.handedOverAt.missing}") @DateTimeFormat(pattern = "yyyy-MM-dd'T'HH:mm") @Nullable
        LocalDateTime handedOverAt) {}
