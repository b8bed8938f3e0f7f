package org.lianzhi.intake.triage;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.domain.ReportCommand.Escalation;
import org.lianzhi.model.Photo;
import org.lianzhi.model.Place;
import org.lianzhi.model.ReleasedSummary;

/** What an officer confirms: the summary for the other side, and who is to deal with the case. */
record ReleaseRequest(
        @NotNull @Valid Summary summary, @NotNull Escalation escalation) {

    /**
     * @param photos ids of the report's photos that the other side may see
     * @param shown by id of a photo the digest of what the officer was shown of it; nothing else is released then
     */
    record Summary(
            @NotNull String category,
            @NotNull String text,
            @NotNull String allegedCause,
            @NotNull Place affectedWater,
            @Nullable Place suspectedOutlet,
            @Nullable Place suspectedFacility,
            @NotNull Instant observedAt,
            @NotNull String weather,
            @Nullable Boolean stillGoingOn,
            @Nullable List<String> photos,
            @Nullable Map<String, String> shown) {

        Map<String, String> shownOrNone() {
            return shown == null ? Map.of() : shown;
        }

        List<String> photosOrNone() {
            return photos == null ? List.of() : photos;
        }

        ReleasedSummary with(List<Photo> photos, boolean synthetic) {
            return new ReleasedSummary(
                    category,
                    text.strip(),
                    allegedCause.strip(),
                    affectedWater,
                    suspectedOutlet,
                    suspectedFacility,
                    observedAt,
                    weather,
                    stillGoingOn,
                    photos,
                    synthetic);
        }
    }
}
