package org.lianzhi.portal.cases;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.multipart.MultipartFile;

/** A measure is reported done, with photos of it. */
public record MeasureDoneForm(
        @NotBlank(message = "{case.account.missing}") @Size(max = 2000, message = "{form.toolong}") @Nullable
        String account,

        @NotNull(message = "{case.doneOn.missing}") @DateTimeFormat(pattern = "yyyy-MM-dd") @Nullable
        LocalDate doneOn,

        List<MultipartFile> photos) {

    public MeasureDoneForm {
        photos = photos == null
                ? List.of()
                : photos.stream().filter(photo -> !photo.isEmpty()).toList();
    }
}
