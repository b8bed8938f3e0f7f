package org.lianzhi.portal.cases.step;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.upload.ChosenFiles;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.multipart.MultipartFile;

/**
 * What was done at once. Times are local.
 *
 * @param kept ids of photos that have arrived
 */
public record TakeEmergencyMeasureForm(
        @NotBlank(message = "{case.emergency.kind.missing}") @Nullable
        String kind,

        @NotBlank(message = "{case.place.missing}") @Size(max = 200, message = "{form.toolong}") @Nullable
        String place,

        @NotNull(message = "{case.emergency.takenAt.missing}") @DateTimeFormat(pattern = "yyyy-MM-dd'T'HH:mm") @Nullable
        LocalDateTime takenAt,

        @NotBlank(message = "{case.emergency.account.missing}") @Size(max = 2000, message = "{form.toolong}") @Nullable
        String account,

        List<MultipartFile> photos,
        List<String> kept)
        implements Pictured<TakeEmergencyMeasureForm> {

    public TakeEmergencyMeasureForm {
        photos = ChosenFiles.of(photos);
        kept = kept == null ? List.of() : List.copyOf(kept);
    }

    @Override
    public TakeEmergencyMeasureForm keeping(List<String> ids) {
        return new TakeEmergencyMeasureForm(kind, place, takenAt, account, List.of(), ids);
    }
}
