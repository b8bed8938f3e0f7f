package org.lianzhi.intake.domain;

import org.jspecify.annotations.Nullable;

/**
 * A place as a citizen gave it: by a pin, by words, or by a county from the list.
 *
 * @param latitude degrees north
 * @param longitude degrees east
 * @param accuracyM how far the pin may be off, in metres
 * @param datum of the pin: {@code WGS-84} or {@code GCJ-02}; null means WGS-84
 * @param words for the place
 * @param county that the citizen chose, GB/T 2260
 */
public record GivenPlace(
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Double accuracyM,
        @Nullable String datum,
        @Nullable String words,
        @Nullable String county) {

    public static final String WGS_84 = "WGS-84";
    public static final String GCJ_02 = "GCJ-02";

    public boolean hasPin() {
        return latitude != null && longitude != null;
    }

    /** Words alone do not say which bureau is to read them. */
    public boolean saysWhere() {
        return hasPin() || hasHalfAPin() || county != null;
    }

    boolean hasHalfAPin() {
        return (latitude == null) != (longitude == null);
    }

    boolean isOnEarth() {
        return latitude == null || longitude == null || (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180);
    }

    public boolean isEmpty() {
        return !hasPin() && !ReportForm.isText(words) && county == null;
    }
}
