package org.lianzhi.intake.filing;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.vault.Uploads;
import org.lianzhi.kit.PieceByPiece;
import org.lianzhi.media.CleanPhoto;
import org.lianzhi.media.PhotoPosition;
import org.lianzhi.media.Photos;
import org.lianzhi.media.Unshown;
import org.lianzhi.model.RuleViolated;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** What becomes of a file that has arrived as a whole. Its name and declared type are not looked at. */
@Component
class Originals implements PieceByPiece.Files<Originals.Uploaded> {

    private final Photos photos;
    private final Uploads uploads;
    private final long unshownBytes;

    Originals(Photos photos, Uploads uploads, @Value("${lianzhi.intake.unshown}") DataSize unshown) {
        this.photos = photos;
        this.uploads = uploads;
        this.unshownBytes = unshown.toBytes();
    }

    /**
     * A file that has arrived.
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

    /** A file that may be kept, with the copy that may be shown, if there can be one. */
    record Checked(byte[] original, Optional<Unshown> unshown, Optional<CleanPhoto> copy) {}

    @Override
    public void requireNotTooLarge(long length) {
        if (length > unshownBytes) {
            throw new RuleViolated("original.too-large", unshownBytes);
        }
    }

    /** @throws RuleViolated when it is nothing that is taken */
    Checked check(byte[] original) {
        Optional<Unshown> unshown = Unshown.of(original, unshownBytes);
        return new Checked(
                original, unshown, unshown.isPresent() ? Optional.empty() : Optional.of(photos.clean(original)));
    }

    /** Seals it. A repetition changes nothing. */
    Uploaded seal(String id, Checked file, Instant at) {
        byte[] original = file.original();
        String sha256 = file.copy().map(CleanPhoto::sha256).orElseGet(() -> Photos.sha256(original));
        String type = file.unshown().map(Unshown::mediaType).orElse(null);
        if (type == null) {
            uploads.store(id, original, file.copy().orElseThrow().jpeg(), sha256, at);
        } else {
            uploads.storeUnshown(id, original, type, sha256, at);
        }
        return uploaded(id, sha256, type, original);
    }

    @Override
    public Uploaded keep(String id, byte[] file, Instant at) {
        return seal(id, check(file), at);
    }

    @Override
    public boolean isKept(String id) {
        return uploads.has(id);
    }

    /** What was sealed before and is no report's yet, as it was told then. */
    @Override
    public Optional<Uploaded> kept(String id) {
        return uploads.waiting(id).map(stored -> uploaded(id, stored.sha256(), stored.type(), stored.original()));
    }

    private static Uploaded uploaded(String id, String sha256, @Nullable String type, byte[] original) {
        boolean picture = type == null || type.equals(Unshown.HEIC.mediaType());
        Optional<PhotoPosition> position = picture ? Photos.position(original) : Optional.empty();
        return new Uploaded(
                id,
                sha256,
                position.map(PhotoPosition::latitude).orElse(null),
                position.map(PhotoPosition::longitude).orElse(null),
                type);
    }
}
