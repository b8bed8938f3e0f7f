package org.lianzhi.portal.cases.step;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who should lead, as the own side sees it.
 *
 * @param lead code of the side
 * @param grounds codes
 */
public record StateJurisdictionForm(
        @NotBlank(message = "{case.jurisdiction.lead.missing}") @Nullable
        String lead,

        @NotEmpty(message = "{case.jurisdiction.grounds.missing}")
        List<String> grounds,

        @Size(max = 1000, message = "{form.toolong}") @Nullable
        String explanation) {

    public StateJurisdictionForm {
        grounds = grounds == null ? List.of() : List.copyOf(grounds);
    }
}
