package org.lianzhi.portal.report;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * One of the three places: by a position, by words, by the county it lies in, or not at all.
 *
 * @param placeLat degrees north
 * @param placeLon degrees east
 * @param county GB/T 2260 code
 * @param placeDatum of the position: {@code WGS-84}, or {@code GCJ-02} where it comes from a Chinese map
 * @param placeAccuracy how far off the phone says the position may be, in metres; null where a person set the pin
 */
public record PlaceForm(
        @DecimalMin(value = "3", message = "{report.place.far}")
        @DecimalMax(value = "54", message = "{report.place.far}")
        @Nullable
        Double placeLat,

        @DecimalMin(value = "73", message = "{report.place.far}")
        @DecimalMax(value = "136", message = "{report.place.far}")
        @Nullable
        Double placeLon,

        @Size(max = 200, message = "{report.words.long}") @Nullable
        String placeWords,

        @Nullable String county,
        String placeDatum,
        @Nullable Double placeAccuracy) {

    static final String WGS_84 = "WGS-84";

    public PlaceForm {
        placeDatum = placeDatum == null || placeDatum.isBlank() ? WGS_84 : placeDatum;
        // A field that nobody sees cannot be mended by anybody.
        placeAccuracy = placeAccuracy == null
                        || placeLat == null
                        || placeLon == null
                        || !Double.isFinite(placeAccuracy)
                        || placeAccuracy <= 0
                ? null
                : placeAccuracy;
    }

    static PlaceForm empty() {
        return new PlaceForm(null, null, null, null, WGS_84, null);
    }

    /** Where a photo was taken is most likely where the water is; the citizen looks at it. */
    static PlaceForm at(double latitude, double longitude) {
        return new PlaceForm(latitude, longitude, null, null, WGS_84, null);
    }

    boolean hasPin() {
        return placeLat != null && placeLon != null;
    }

    boolean hasWords() {
        return placeWords != null && !placeWords.isBlank();
    }

    /** Words alone do not say which office is to read them. */
    boolean saysWhere() {
        return hasPin() || (county != null && !county.isBlank());
    }

    @AssertTrue(message = "{report.place.half}")
    public boolean isPinWhole() {
        return (placeLat == null) == (placeLon == null);
    }
}
