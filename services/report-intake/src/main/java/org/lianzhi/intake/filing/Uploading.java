package org.lianzhi.intake.filing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.crowd.Admission;
import org.lianzhi.intake.secret.KeyedDigest;
import org.lianzhi.intake.vault.Uploads;
import org.lianzhi.intake.vault.VaultKeys;
import org.lianzhi.journal.Claims;
import org.lianzhi.journal.Intent;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.media.CleanPhoto;
import org.lianzhi.media.PhotoPosition;
import org.lianzhi.media.Photos;
import org.lianzhi.media.Unshown;
import org.lianzhi.model.SortableIds;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Photos and films come before the report that they belong to. Name and declared type of a file are not looked at. */
@RestController
@RequestMapping("/api/v1/uploads")
class Uploading {

    private static final String ANYBODY = "citizen";

    private final Admission admission;
    private final Photos photos;
    private final Uploads uploads;
    private final VaultKeys keys;
    private final Claims claims;
    private final Clock clock;
    private final long unshownBytes;

    Uploading(
            Admission admission,
            Photos photos,
            Uploads uploads,
            VaultKeys keys,
            Claims claims,
            Clock clock,
            @Value("${lianzhi.intake.unshown}") DataSize unshown) {
        this.admission = admission;
        this.photos = photos;
        this.uploads = uploads;
        this.keys = keys;
        this.claims = claims;
        this.clock = clock;
        this.unshownBytes = unshown.toBytes();
    }

    /**
     * A photo that has arrived.
     *
     * @param lat where it says it was taken, degrees on WGS-84: told to nobody but who sent it, and kept only in the
     *     sealed original
     * @param type of an original that is kept and not shown; null for a photo
     */
    record Uploaded(
            String id,
            String sha256,
            @Nullable Double lat,
            @Nullable Double lon,
            @Nullable String type) {

        @Override
        public String toString() {
            return "an upload";
        }
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Uploaded upload(@RequestParam("photo") MultipartFile photo, IdempotencyKey key, HttpServletRequest asked)
            throws IOException {
        return admission.toUpload(asked.getRemoteAddr()).run(() -> upload(photo, key));
    }

    private Uploaded upload(MultipartFile photo, IdempotencyKey key) throws IOException {
        byte[] original = photo.getBytes();
        Optional<Unshown> unshown = Unshown.of(original, unshownBytes);
        Optional<CleanPhoto> copy = unshown.isPresent() ? Optional.empty() : Optional.of(photos.clean(original));
        String content = HexFormat.of()
                .formatHex(
                        KeyedDigest.of(keys.tracking(), "upload", HexFormat.of().formatHex(original)));
        Intent intent = claims.claim(ANYBODY, key.value(), content, clock.instant());
        String id = SortableIds.derive(intent.at(), intent.id());
        Optional<PhotoPosition> position =
                unshown.filter(Unshown::isFilm).isPresent() ? Optional.empty() : Photos.position(original);
        String type = unshown.map(Unshown::mediaType).orElse(null);
        String sha256 = copy.map(CleanPhoto::sha256).orElseGet(() -> Photos.sha256(original));
        if (type == null) {
            uploads.store(id, original, copy.orElseThrow().jpeg(), sha256, intent.at());
        } else {
            uploads.storeUnshown(id, original, type, sha256, intent.at());
        }
        return new Uploaded(
                id,
                sha256,
                position.map(PhotoPosition::latitude).orElse(null),
                position.map(PhotoPosition::longitude).orElse(null),
                type);
    }
}
