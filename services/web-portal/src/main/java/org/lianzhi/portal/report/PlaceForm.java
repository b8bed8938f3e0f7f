package org.lianzhi.portal.report;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The place that the citizen knows best: a position, words, or both. One place is enough.
 *
 * @param waterLat degrees north
 * @param waterLon degrees east
 * @param county GB/T 2260 code, asked for only where words stand alone: they do not say which office is to read them
 * @param waterKind what it is the place of: {@code water}, {@code outlet} or {@code facility}
 * @param waterDatum of the position: {@code WGS-84}, or {@code GCJ-02} where it comes from a Chinese map
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

        @Nullable String county,
        String waterKind,
        String waterDatum) {

    static final String WATER = "water";
    static final String WGS_84 = "WGS-84";
    static final List<String> KINDS = List.of(WATER, "outlet", "facility");

    public PlaceForm {
        waterKind = waterKind != null && KINDS.contains(waterKind) ? waterKind : WATER;
        waterDatum = waterDatum == null || waterDatum.isBlank() ? WGS_84 : waterDatum;
    }

    static PlaceForm empty() {
        return new PlaceForm(null, null, null, null, WATER, WGS_84);
    }

    /** Where a photo was taken is most likely where the water is; the citizen looks at it. */
    static PlaceForm at(double latitude, double longitude) {
        return new PlaceForm(latitude, longitude, null, null, WATER, WGS_84);
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
