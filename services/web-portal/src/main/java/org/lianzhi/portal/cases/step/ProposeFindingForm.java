package org.lianzhi.portal.cases.step;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the investigation holds for true. What was alleged is shown beside it and is not changed.
 *
 * @param outletLat degrees north, WGS-84
 * @param outletLon degrees east, WGS-84
 * @param evidence ids of inspections and samples
 */
public record ProposeFindingForm(
        @NotBlank(message = "{case.establishedCause.missing}") @Size(max = 1000, message = "{form.toolong}") @Nullable
        String establishedCause,

        @NotBlank(message = "{case.source.missing}") @Size(max = 300, message = "{form.toolong}") @Nullable
        String source,

        @NotBlank(message = "{case.pathway.missing}") @Size(max = 1000, message = "{form.toolong}") @Nullable
        String pathway,

        @NotBlank(message = "{case.affectedWater.missing}") @Size(max = 200, message = "{form.toolong}") @Nullable
        String affectedWater,

        @NotBlank(message = "{case.outlet.missing}") @Size(max = 200, message = "{form.toolong}") @Nullable
        String outletWords,

        @NotBlank(message = "{release.county.missing}") @Nullable
        String outletCounty,

        @Nullable Double outletLat,
        @Nullable Double outletLon,
        @NotEmpty(message = "{case.evidence.missing}") List<String> evidence) {

    public ProposeFindingForm {
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }

    @AssertTrue(message = "{case.outlet.half}")
    public boolean isWhereOrNowhere() {
        return (outletLat == null) == (outletLon == null);
    }
}
