package org.lianzhi.portal.inspector;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * Somebody from outside may read.
 *
 * @param inspector reference of the person
 * @param scope code: {@code cases} or an agreement's id
 * @param from local time; absent: at once
 * @param until local time
 */
public record GrantForm(
        @NotBlank(message = "{inspector.who.missing}") @Nullable
        String inspector,

        @NotBlank(message = "{inspector.authority.missing}") @Size(max = 200, message = "{form.toolong}") @Nullable
        String authority,

        @NotBlank(message = "{instruction.reason.missing}")
        @Size(min = 5, max = 2000, message = "{instruction.reason.missing}")
        @Nullable
        String reason,

        @NotBlank(message = "{inspector.scope.missing}") @Nullable
        String scope,

        @Nullable List<String> cases,
        @DateTimeFormat(pattern = "yyyy-MM-dd") @Nullable LocalDate openedFrom,
        @DateTimeFormat(pattern = "yyyy-MM-dd") @Nullable LocalDate openedTo,

        @DateTimeFormat(pattern = "yyyy-MM-dd'T'HH:mm") @Nullable
        LocalDateTime from,

        @NotNull(message = "{inspector.until.missing}") @DateTimeFormat(pattern = "yyyy-MM-dd'T'HH:mm") @Nullable
        LocalDateTime until,

        @Nullable String idempotencyKey) {

    static final String CASES = "cases";

    boolean namesCases() {
        return CASES.equals(scope);
    }

    List<String> chosen() {
        return cases == null ? List.of() : List.copyOf(cases);
    }
}
