package org.lianzhi.portal.cases.step;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.upload.ChosenFiles;
import org.springframework.web.multipart.MultipartFile;

/**
 * A paper of the procedure.
 *
 * @param office that decides
 * @param photos pages of it
 * @param kept ids of pages that have arrived
 */
public record PreparePaperForm(
        @NotBlank(message = "{case.paper.kind.missing}") @Nullable
        String kind,

        @NotBlank(message = "{case.paper.number.missing}") @Size(max = 100, message = "{form.toolong}") @Nullable
        String number,

        @NotBlank(message = "{case.paper.office.missing}") @Nullable
        String office,

        @NotBlank(message = "{case.paper.about.missing}")
        @Size(min = 2, max = 500, message = "{case.paper.about.missing}")
        @Nullable
        String about,

        List<MultipartFile> photos,
        List<String> kept)
        implements Pictured<PreparePaperForm> {

    public PreparePaperForm {
        photos = ChosenFiles.of(photos);
        kept = kept == null ? List.of() : List.copyOf(kept);
    }

    @AssertTrue(message = "{case.paper.photos.missing}")
    public boolean isShown() {
        return !photos.isEmpty() || !kept.isEmpty();
    }

    @Override
    public PreparePaperForm keeping(List<String> ids) {
        return new PreparePaperForm(kind, number, office, about, List.of(), ids);
    }
}
