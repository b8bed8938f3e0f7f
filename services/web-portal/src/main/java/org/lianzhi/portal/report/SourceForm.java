package org.lianzhi.portal.report;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Where it may come from, if the citizen has an idea: nothing of it is required. Degrees as in {@link PlaceForm}. */
public record SourceForm(
        @DecimalMin(value = "3", message = "{report.place.far}")
        @DecimalMax(value = "54", message = "{report.place.far}")
        @Nullable
        Double sourceLat,

        @DecimalMin(value = "73", message = "{report.place.far}")
        @DecimalMax(value = "136", message = "{report.place.far}")
        @Nullable
        Double sourceLon,

        @Size(max = 200, message = "{report.words.long}") @Nullable
        String sourceWords) {

    static SourceForm empty() {
        return new SourceForm(null, null, null);
    }
}
