package org.lianzhi.portal.report;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/** What kind of pollution it is: a category code, such as {@code livestock-wastewater}. */
public record CategoryForm(
        @NotBlank(message = "{report.category.missing}") @Nullable
        String category) {

    static CategoryForm empty() {
        return new CategoryForm(null);
    }
}
