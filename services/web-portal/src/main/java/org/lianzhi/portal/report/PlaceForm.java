package org.lianzhi.portal.report;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Where the affected water is: a position, words, or both.
 *
 * @param waterLat degrees north, WGS-84
 * @param waterLon degrees east, WGS-84
 */
public record PlaceForm(
        @DecimalMin(value = "3", message = "{report.place.far}")
        @DecimalMax(value = "54", message = "{report.place.far}")
        @Nullable
        Double waterLat,

        @DecimalMin(value = "73", message = "{report.place.far}")
        @DecimalMax(value = "136", message = "{report.place.far}")
        @Nullable
        Double waterLon,

        @Size(max = 200, message = "{report.words.long}") @Nullable
        String waterWords) {

    static PlaceForm empty() {
        return new PlaceForm(null, null, null);
    }

    @AssertTrue(message = "{report.place.missing}")
    public boolean isPlaceGiven() {
        return (waterLat != null && waterLon != null) || (waterWords != null && !waterWords.isBlank());
    }
}
