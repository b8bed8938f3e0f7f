package org.lianzhi.model;

import org.jspecify.annotations.Nullable;

/**
 * A place that may be told to the other side. At least one part is known.
 *
 * @param county GB/T 2260 code of six digits, as a person confirmed it; null where no county of the agreement fits
 * @param name words for the place, as an officer released them
 * @param latitude degrees north, WGS-84
 * @param longitude degrees east, WGS-84
 */
public record Place(
        @Shared @Nullable String county,
        @Shared @Nullable String name,
        @Nullable Double latitude,
        @Nullable Double longitude) {

    public Place {
        if ((latitude == null) != (longitude == null)) {
            throw new IllegalArgumentException("a position has both latitude and longitude");
        }
        if (latitude != null && longitude != null && (Math.abs(latitude) > 90 || Math.abs(longitude) > 180)) {
            throw new IllegalArgumentException("not on earth: " + latitude + ", " + longitude);
        }
        if (county == null && name == null && latitude == null) {
            throw new IllegalArgumentException("a place says where");
        }
    }
}
