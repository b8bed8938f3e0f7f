package org.lianzhi.portal.cases.step;

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
 * A measure is reported done, with photos of it.
 *
 * @param kept ids of photos that have arrived
 */
public record MeasureDoneForm(
        @NotBlank(message = "{case.account.missing}") @Size(max = 2000, message = "{form.toolong}") @Nullable
        String account,

        @NotNull(message = "{case.doneOn.missing}") @DateTimeFormat(pattern = "yyyy-MM-dd") @Nullable
        LocalDate doneOn,

        List<MultipartFile> photos,
        List<String> kept)
        implements Pictured<MeasureDoneForm> {

    public MeasureDoneForm {
        photos = ChosenFiles.of(photos);
        kept = kept == null ? List.of() : List.copyOf(kept);
    }

    @Override
    public MeasureDoneForm keeping(List<String> ids) {
        return new MeasureDoneForm(account, doneOn, List.of(), ids);
    }
}
