package org.lianzhi.portal.report;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was seen.
 *
 * @param description the citizen's own words, at least five characters
 * @param signs codes: {@code colour}, {@code smell}, {@code foam}, {@code dead-fish}
 */
public record WhatForm(
        @Size(min = 5, max = 2000, message = "{report.description.short}") @Nullable
        String description,

        List<String> signs) {

    public WhatForm {
        // Absent where nothing was ticked, and @Size lets null pass.
        signs = signs == null ? List.of() : List.copyOf(signs);
        description = description == null ? "" : description.strip();
    }

    static WhatForm empty() {
        return new WhatForm("", List.of());
    }
}
