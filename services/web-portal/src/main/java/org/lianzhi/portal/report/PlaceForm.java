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
 * @param county GB/T 2260 code, asked for only where words stand alone: they do not say which office is to read them
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
        String waterWords,

        @Nullable String county) {

    static PlaceForm empty() {
        return new PlaceForm(null, null, null, null);
    }

    boolean hasPin() {
        return waterLat != null && waterLon != null;
    }

    private boolean hasWords() {
        return waterWords != null && !waterWords.isBlank();
    }

    @AssertTrue(message = "{report.place.missing}")
    public boolean isPlaceGiven() {
        return hasPin() || hasWords() || isHalfAPin();
    }

    @AssertTrue(message = "{report.place.half}")
    public boolean isPinWhole() {
        return !isHalfAPin();
    }

    @AssertTrue(message = "{report.county.missing}")
    public boolean isCountyGiven() {
        return hasPin() || isHalfAPin() || !hasWords() || (county != null && !county.isBlank());
    }

    private boolean isHalfAPin() {
        return (waterLat == null) != (waterLon == null);
    }
}
