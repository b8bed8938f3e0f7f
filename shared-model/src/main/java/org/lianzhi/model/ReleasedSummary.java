package org.lianzhi.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an officer released of a report for the other side: never the citizen's own words.
 *
 * @param category code of the category, such as {@code livestock-wastewater}
 * @param allegedCause what the report alleges, in the officer's words; kept apart from what is found later
 * @param weather code, such as {@code rain}
 * @param stillGoingOn null where the reporter could not say
 * @param synthetic true for demonstration data, which every page marks
 */
public record ReleasedSummary(
        @Shared String category,
        @Shared String text,
        @Shared String allegedCause,
        Place affectedWater,
        @Nullable Place suspectedOutlet,
        @Nullable Place suspectedFacility,
        Instant observedAt,
        @Shared String weather,
        @Nullable Boolean stillGoingOn,
        List<Photo> photos,
        boolean synthetic) {

    public ReleasedSummary {
        photos = List.copyOf(photos);
    }
}
