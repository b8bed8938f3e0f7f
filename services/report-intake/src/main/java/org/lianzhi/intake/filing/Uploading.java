package org.lianzhi.intake.filing;

import java.io.IOException;
import java.time.Clock;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.crowd.Admission;
import org.lianzhi.intake.filing.Originals.Checked;
import org.lianzhi.intake.filing.Originals.Uploaded;
import org.lianzhi.intake.secret.KeyedDigest;
import org.lianzhi.intake.vault.VaultKeys;
import org.lianzhi.journal.Claims;
import org.lianzhi.journal.Intent;
import org.lianzhi.kit.BadRequest;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.model.SortableIds;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Photos and films come before the report that they belong to, each in one request. */
@RestController
@RequestMapping("/api/v1/uploads")
class Uploading {

    static final String ANYBODY = "citizen";

    private final Admission admission;
    private final Originals originals;
    private final VaultKeys keys;
    private final Claims claims;
    private final Clock clock;

    Uploading(Admission admission, Originals originals, VaultKeys keys, Claims claims, Clock clock) {
        this.admission = admission;
        this.originals = originals;
        this.keys = keys;
        this.claims = claims;
        this.clock = clock;
    }

    /** Only who is let in has the file read: it stands in memory as a whole. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Uploaded upload(IdempotencyKey key, MultipartHttpServletRequest asked) throws IOException {
        return admission.toUpload(asked.getRemoteAddr()).run(() -> upload(asked.getFile("photo"), key));
    }

    private Uploaded upload(@Nullable MultipartFile photo, IdempotencyKey key) throws IOException {
        if (photo == null) {
            throw new BadRequest("request.invalid", "There is no part with the name photo.");
        }
        Checked file = originals.check(photo.getBytes());
        String content = HexFormat.of()
                .formatHex(
                        KeyedDigest.of(keys.tracking(), "upload", HexFormat.of().formatHex(file.original())));
        Intent intent = claims.claim(ANYBODY, key.value(), content, clock.instant());
        // Sent again after it was swept, it is as new as any other.
        return originals.seal(SortableIds.derive(intent.at(), intent.id()), file, clock.instant());
    }
}
