package org.lianzhi.portal.cases.step;

import jakarta.validation.constraints.AssertTrue;
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
 * What was done on site. Times are local.
 *
 * @param capacity {@code enforcing} or {@code attending}
 * @param inspectors references of the officers on site; at least two
 * @param weather code as in a report
 * @param kept ids of photos that have arrived
 */
public record RecordInspectionForm(
        @NotNull(message = "{case.startedAt.missing}") @DateTimeFormat(pattern = "yyyy-MM-dd'T'HH:mm") @Nullable
        LocalDateTime startedAt,

        @NotNull(message = "{case.endedAt.missing}") @DateTimeFormat(pattern = "yyyy-MM-dd'T'HH:mm") @Nullable
        LocalDateTime endedAt,

        @NotBlank(message = "{case.place.missing}") @Size(max = 200, message = "{form.toolong}") @Nullable
        String place,

        @NotBlank(message = "{case.capacity.missing}") @Nullable
        String capacity,

        @Size(min = 2, message = "{case.inspectors.missing}")
        List<String> inspectors,

        boolean credentialsShown,

        @NotBlank(message = "{report.weather.missing}") @Nullable
        String weather,

        @NotBlank(message = "{case.notes.missing}") @Size(max = 4000, message = "{form.toolong}") @Nullable
        String notes,

        List<MultipartFile> photos,
        List<String> kept)
        implements Pictured<RecordInspectionForm> {

    public RecordInspectionForm {
        inspectors = inspectors == null ? List.of() : List.copyOf(inspectors);
        photos = ChosenFiles.of(photos);
        kept = kept == null ? List.of() : List.copyOf(kept);
    }

    @AssertTrue(message = "{case.endedAt.early}")
    public boolean isInOrder() {
        return startedAt == null || endedAt == null || endedAt.isAfter(startedAt);
    }

    @Override
    public RecordInspectionForm keeping(List<String> ids) {
        return new RecordInspectionForm(
                startedAt, endedAt, place, capacity, inspectors, credentialsShown, weather, notes, List.of(), ids);
    }
}
