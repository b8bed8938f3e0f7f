package org.lianzhi.portal.cases.step;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Who is responsible from now on.
 *
 * @param note what has to be known; needed where the case is handed over
 */
public record AssignForm(
        @NotBlank(message = "{case.assign.person.missing}") @Nullable
        String person,

        @Size(max = 2000, message = "{form.toolong}") @Nullable
        String note) {}
