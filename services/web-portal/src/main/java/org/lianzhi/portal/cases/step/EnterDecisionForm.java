package org.lianzhi.portal.cases.step;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.upload.ChosenFiles;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.multipart.MultipartFile;

/**
 * A decision from above, as the own side received it.
 *
 * @param photos pages of it
 * @param kept ids of pages that have arrived
 */
public record EnterDecisionForm(
        @NotBlank(message = "{case.decision.issuer.missing}") @Size(max = 200, message = "{form.toolong}") @Nullable
        String issuer,

        @NotBlank(message = "{case.decision.number.missing}") @Size(max = 100, message = "{form.toolong}") @Nullable
        String number,

        @NotNull(message = "{case.decision.decidedOn.missing}") @DateTimeFormat(pattern = "yyyy-MM-dd") @Nullable
        LocalDate decidedOn,

        @NotBlank(message = "{case.jurisdiction.lead.missing}") @Nullable
        String lead,

        List<MultipartFile> photos,
        List<String> kept)
        implements Pictured<EnterDecisionForm> {

    public EnterDecisionForm {
        photos = ChosenFiles.of(photos);
        kept = kept == null ? List.of() : List.copyOf(kept);
    }

    @AssertTrue(message = "{case.decision.photos.missing}")
    public boolean isShown() {
        return !photos.isEmpty() || !kept.isEmpty();
    }

    @Override
    public EnterDecisionForm keeping(List<String> ids) {
        return new EnterDecisionForm(issuer, number, decidedOn, lead, List.of(), ids);
    }
}
