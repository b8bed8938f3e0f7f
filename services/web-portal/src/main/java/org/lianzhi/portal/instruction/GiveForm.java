package org.lianzhi.portal.instruction;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * An office is asked to do something by a time.
 *
 * @param dueAt local time
 */
public record GiveForm(
        @NotBlank(message = "{instruction.office.missing}") @Nullable
        String office,

        @NotBlank(message = "{instruction.task.missing}") @Size(max = 2000, message = "{form.toolong}") @Nullable
        String task,

        @NotNull(message = "{instruction.dueAt.missing}") @DateTimeFormat(pattern = "yyyy-MM-dd'T'HH:mm") @Nullable
        LocalDateTime dueAt,

        @Nullable String idempotencyKey) {}
