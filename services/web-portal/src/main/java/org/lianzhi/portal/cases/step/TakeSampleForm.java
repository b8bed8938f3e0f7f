package org.lianzhi.portal.cases.step;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * The own part of a sample.
 *
 * @param number of the joint sample, the same on both parts
 * @param part {@code split}, {@code field-duplicate} or {@code retained}
 * @param medium {@code wastewater} or {@code surface-water}
 * @param grab {@code yes} for a single grab sample, {@code no} for a composite over the day
 * @param pointLat degrees north, WGS-84
 * @param pointLon degrees east, WGS-84
 * @param takenAt local time
 * @param parameters codes of what is to be analysed
 */
public record TakeSampleForm(
        @NotBlank(message = "{case.sample.number.missing}") @Size(max = 40, message = "{form.toolong}") @Nullable
        String number,

        @NotBlank(message = "{case.sample.part.missing}") @Nullable
        String part,

        @NotBlank(message = "{case.sample.medium.missing}") @Nullable
        String medium,

        @NotBlank(message = "{case.sample.grab.missing}") @Nullable
        String grab,

        @NotNull(message = "{case.sample.point.missing}") @Nullable
        Double pointLat,

        @NotNull(message = "{case.sample.point.missing}") @Nullable
        Double pointLon,

        @NotNull(message = "{case.sample.takenAt.missing}") @DateTimeFormat(pattern = "yyyy-MM-dd'T'HH:mm") @Nullable
        LocalDateTime takenAt,

        @NotBlank(message = "{case.sample.seal.missing}") @Size(max = 40, message = "{form.toolong}") @Nullable
        String seal,

        @Size(min = 2, message = "{case.inspectors.missing}")
        List<String> takenBy,

        boolean credentialsShown,

        @NotEmpty(message = "{case.sample.parameters.missing}")
        List<String> parameters) {

    public TakeSampleForm {
        takenBy = takenBy == null ? List.of() : List.copyOf(takenBy);
        parameters = parameters == null ? List.of() : List.copyOf(parameters);
    }
}
