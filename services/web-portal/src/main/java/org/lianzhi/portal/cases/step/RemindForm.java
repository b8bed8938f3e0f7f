package org.lianzhi.portal.cases.step;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the other side is reminded of.
 *
 * @param rung that was offered when the page was opened
 */
public record RemindForm(
        @Nullable String rung,

        @NotNull(message = "{case.remind.words.missing}")
        @Size(min = 5, max = 1000, message = "{case.remind.words.missing}")
        @Nullable
        String words) {}
