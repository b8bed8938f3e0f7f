package org.lianzhi.portal.triage;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a report is to cross, in the officer's own words.
 *
 * @param affectedName the water, as the other side is to know it
 * @param affectedCounty code of the county, as the officer confirmed it
 * @param sourceName the suspected source, if it is known
 * @param sourceCounty code of the county of the suspected source
 * @param ground why the own side leads: {@code affected-water}, {@code outlet}, {@code facility}, {@code first-filed}
 * @param position how exactly the affected water's pin is told: {@code none}, {@code rounded} or {@code exact}
 * @param photos ids of the photos to release
 */
public record ReleaseForm(
        @Size(min = 10, max = 1000, message = "{release.summary.missing}")
        String summary,

        @Size(min = 4, max = 500, message = "{release.allegedCause.missing}")
        String allegedCause,

        @Size(min = 2, max = 100, message = "{release.affectedName.missing}")
        String affectedName,

        @NotBlank(message = "{release.county.missing}") @Nullable
        String affectedCounty,

        @Size(max = 100, message = "{form.toolong}") String sourceName,

        @NotBlank(message = "{release.county.missing}") @Nullable
        String sourceCounty,

        @NotBlank(message = "{release.ground.missing}") @Nullable
        String ground,

        @Pattern(regexp = "none|rounded|exact", message = "{release.position.missing}") @Nullable
        String position,

        List<String> photos) {

    /** About a kilometre: enough to find a stretch of water, too little to find a home. */
    private static final double HUNDREDTHS = 100;

    public ReleaseForm {
        summary = text(summary);
        allegedCause = text(allegedCause);
        affectedName = text(affectedName);
        sourceName = text(sourceName);
        photos = photos == null ? List.of() : List.copyOf(photos);
    }

    /** What is told of a coordinate; null for nothing. */
    @Nullable
    Double told(@Nullable Double degrees) {
        if (degrees == null || position == null || position.equals("none")) {
            return null;
        }
        return position.equals("exact") ? degrees : Double.valueOf(Math.round(degrees * HUNDREDTHS) / HUNDREDTHS);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
