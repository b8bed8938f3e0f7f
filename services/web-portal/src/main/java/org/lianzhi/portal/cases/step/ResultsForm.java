package org.lianzhi.portal.cases.step;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What the laboratory found.
 *
 * @param standard id of the standard to check against
 * @param analysedAt local time
 * @param lines one per parameter that was asked for
 * @param checked whether it was compared with the standard and confirmed
 */
public record ResultsForm(
        @NotBlank(message = "{case.standard.missing}") @Nullable
        String standard,

        @NotNull(message = "{case.analysedAt.missing}") @DateTimeFormat(pattern = "yyyy-MM-dd'T'HH:mm") @Nullable
        LocalDateTime analysedAt,

        List<@Valid Line> lines,
        boolean checked) {

    public ResultsForm {
        // A line that could not be read is missing; what is wrong with it is told.
        lines = lines == null
                ? List.of()
                : lines.stream().filter(Objects::nonNull).toList();
    }

    /**
     * One parameter.
     *
     * @param parameter code
     * @param value decimal number; the detection limit if below it
     * @param unit code, such as {@code mg/L}
     * @param method of analysis
     */
    public record Line(
            String parameter,

            @NotNull(message = "{case.value.wrong}")
            @Pattern(regexp = "[0-9]{1,9}([.][0-9]{1,6})?", message = "{case.value.wrong}")
            String value,

            String unit,
            boolean belowDetection,
            @Nullable String method) {}
}
