package org.lianzhi.portal.report;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Another place, if the citizen knows one: nothing of it is required. As in {@link PlaceForm}.
 *
 * @param sourceKind {@code facility}, {@code outlet} or {@code water}
 */
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
        String sourceWords,

        String sourceKind,
        String sourceDatum) {

    static final String FACILITY = "facility";

    public SourceForm {
        sourceKind = sourceKind != null && PlaceForm.KINDS.contains(sourceKind) ? sourceKind : FACILITY;
        sourceDatum = sourceDatum == null || sourceDatum.isBlank() ? PlaceForm.WGS_84 : sourceDatum;
    }

    static SourceForm empty(String kind) {
        return new SourceForm(null, null, null, kind, PlaceForm.WGS_84);
    }

    boolean isGiven() {
        return (sourceLat != null && sourceLon != null) || (sourceWords != null && !sourceWords.isBlank());
    }
}
