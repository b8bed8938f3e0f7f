package org.lianzhi.portal.cases.step;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** The reply to a letter. */
public record RecordReplyForm(
        @NotNull(message = "{case.reply.answeredOn.missing}") @DateTimeFormat(pattern = "yyyy-MM-dd") @Nullable
        LocalDate answeredOn,

        @NotBlank(message = "{case.reply.account.missing}") @Size(max = 2000, message = "{form.toolong}") @Nullable
        String account) {}
