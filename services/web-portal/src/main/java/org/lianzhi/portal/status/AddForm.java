package org.lianzhi.portal.status;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.upload.ChosenFiles;
import org.lianzhi.portal.upload.SentPhoto;
import org.springframework.web.multipart.MultipartFile;

/**
 * What the reporter adds.
 *
 * @param code the tracking code, sent along instead of being remembered
 * @param sent photos that have arrived already, as {@link SentPhoto} writes them
 */
public record AddForm(
        @NotBlank(message = "{status.code.missing}") @Nullable
        String code,

        @Size(max = 2000, message = "{report.words.long}") @Nullable
        String words,

        List<MultipartFile> photos,
        List<String> sent,
        String idempotencyKey) {

    public AddForm {
        words = words == null ? "" : words.strip();
        photos = ChosenFiles.of(photos);
        sent = sent == null ? List.of() : List.copyOf(sent);
        idempotencyKey = idempotencyKey == null ? UUID.randomUUID().toString() : idempotencyKey;
    }

    static AddForm empty(@Nullable String code) {
        return new AddForm(code, "", List.of(), List.of(), UUID.randomUUID().toString());
    }

    List<SentPhoto> arrived() {
        return sent.stream()
                .map(SentPhoto::read)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    AddForm with(List<SentPhoto> more) {
        return new AddForm(
                code,
                words,
                List.of(),
                Stream.concat(arrived().stream(), more.stream())
                        .map(SentPhoto::written)
                        .distinct()
                        .toList(),
                idempotencyKey);
    }

    /** A tracking code belongs into no log. */
    @Override
    public String toString() {
        return "an addition";
    }
}
