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
 * What was seen when a side looked again. Times are local.
 *
 * @param capacity {@code enforcing} or {@code attending}
 * @param inspectors references of the officers on site; at least two
 * @param weather code as in a report
 * @param answer {@code holds} or {@code sham}
 * @param shams ids of the measures that were for show only
 * @param kept ids of photos that have arrived
 * @param accepted digest of what was accepted
 */
public record AfterCheckForm(
        @NotNull(message = "{case.checkedAt.missing}") @DateTimeFormat(pattern = "yyyy-MM-dd'T'HH:mm") @Nullable
        LocalDateTime checkedAt,

        @NotBlank(message = "{case.place.missing}") @Size(max = 200, message = "{form.toolong}") @Nullable
        String place,

        @NotBlank(message = "{case.capacity.missing}") @Nullable
        String capacity,

        @Size(min = 2, message = "{case.inspectors.missing}")
        List<String> inspectors,

        boolean credentialsShown,

        @NotBlank(message = "{report.weather.missing}") @Nullable
        String weather,

        @NotBlank(message = "{case.after-check.answer.missing}") @Nullable
        String answer,

        List<String> shams,

        @NotBlank(message = "{case.notes.missing}")
        @Size(min = 5, max = 4000, message = "{case.notes.missing}")
        @Nullable
        String account,

        List<MultipartFile> photos,
        List<String> kept,
        String accepted)
        implements Pictured<AfterCheckForm> {

    public AfterCheckForm {
        inspectors = inspectors == null ? List.of() : List.copyOf(inspectors);
        shams = shams == null ? List.of() : List.copyOf(shams);
        photos = ChosenFiles.of(photos);
        kept = kept == null ? List.of() : List.copyOf(kept);
    }

    /** What is for show only has a name; what holds has none. */
    @AssertTrue(message = "{case.after-check.shams.missing}")
    public boolean isNamed() {
        return answer == null || answer.isBlank() || answer.equals("sham") == !shams.isEmpty();
    }

    @Override
    public AfterCheckForm keeping(List<String> ids) {
        return with(answer, shams, List.of(), ids, accepted);
    }

    /** To be judged anew, because something else is accepted now. */
    AfterCheckForm about(String now) {
        return with(null, List.of(), photos, kept, now);
    }

    private AfterCheckForm with(
            @Nullable String judged,
            List<String> found,
            List<MultipartFile> waiting,
            List<String> arrived,
            String about) {
        return new AfterCheckForm(
                checkedAt,
                place,
                capacity,
                inspectors,
                credentialsShown,
                weather,
                judged,
                found,
                account,
                waiting,
                arrived,
                about);
    }
}
