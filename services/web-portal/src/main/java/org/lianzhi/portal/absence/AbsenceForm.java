package org.lianzhi.portal.absence;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** Somebody is away, and somebody else stands in. Days are local, both included. */
public record AbsenceForm(
        @NotBlank(message = "{absence.person.missing}") @Nullable
        String person,

        @NotBlank(message = "{absence.standIn.missing}") @Nullable
        String standIn,

        @NotNull(message = "{absence.from.missing}") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate from,

        @NotNull(message = "{absence.to.missing}") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate to,

        @Nullable String idempotencyKey) {}
