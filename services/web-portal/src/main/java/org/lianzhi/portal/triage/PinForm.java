package org.lianzhi.portal.triage;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A pin as it should be.
 *
 * @param placeLat degrees north
 * @param placeLon degrees east
 * @param placeDatum of the position
 * @param placeAccuracy how far off it may be, in metres; null where a person set it
 * @param sideConfirmed that the officer says it lies on the own side; absent where it is not ticked
 * @param seen version of the record that the officer was shown
 */
public record PinForm(
        @NotNull(message = "{pin.missing}")
        @DecimalMin(value = "3", message = "{report.place.far}")
        @DecimalMax(value = "54", message = "{report.place.far}")
        @Nullable
        Double placeLat,

        @NotNull(message = "{pin.missing}")
        @DecimalMin(value = "73", message = "{report.place.far}")
        @DecimalMax(value = "136", message = "{report.place.far}")
        @Nullable
        Double placeLon,

        @Nullable String placeDatum,
        @Nullable Double placeAccuracy,

        @Size(min = 4, max = 4000, message = "{correction.reason.missing}") @Nullable
        String reason,

        @Nullable Boolean sideConfirmed,
        @Nullable Long seen,
        @Nullable String idempotencyKey) {

    public PinForm {
        // Absent and empty are the same, and @Size lets null pass.
        reason = reason == null ? "" : reason.strip();
    }
}
