package org.lianzhi.portal.report;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/**
 * Whether it is one of the matters that are being dealt with.
 *
 * @param matter by which it is followed, or {@code none}
 * @param work that a script has done, where report-intake asked for it
 */
public record NearForm(
        @NotBlank(message = "{report.matter.missing}") @Nullable
        String matter,

        @Nullable String work) {

    static final String NONE = "none";
}
