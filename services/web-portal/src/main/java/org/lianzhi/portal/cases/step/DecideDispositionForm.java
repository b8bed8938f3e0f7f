package org.lianzhi.portal.cases.step;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What becomes of whoever caused the pollution.
 *
 * @param kind code of the outcome
 * @param bases ids in the list of the own side
 * @param conditions codes of what was checked
 */
public record DecideDispositionForm(
        @NotBlank(message = "{case.disposition.kind.missing}") @Nullable
        String kind,

        List<String> bases,
        List<String> conditions,

        @NotBlank(message = "{case.disposition.number.missing}") @Size(max = 100, message = "{form.toolong}") @Nullable
        String number,

        @NotNull(message = "{case.disposition.decidedOn.missing}") @DateTimeFormat(pattern = "yyyy-MM-dd") @Nullable
        LocalDate decidedOn,

        @NotNull(message = "{case.disposition.reasons.missing}")
        @Size(min = 5, max = 2000, message = "{case.disposition.reasons.missing}")
        @Nullable
        String reasons) {

    public DecideDispositionForm {
        bases = bases == null ? List.of() : List.copyOf(bases);
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
    }
}
