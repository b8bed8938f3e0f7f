package org.lianzhi.intake.triage;

import java.util.List;
import java.util.Optional;
import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.intake.vault.Cover;
import org.lianzhi.intake.vault.ReportVault;
import org.lianzhi.intake.vault.Uploads;
import org.lianzhi.intake.vault.Uploads.TakenPhoto;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.media.Box;
import org.lianzhi.media.CleanPhoto;
import org.lianzhi.media.Photos;
import org.lianzhi.model.Photo;
import org.lianzhi.model.ReportEvent.SummaryReleased;
import org.lianzhi.model.RuleViolated;

/**
 * Covers faces and plates in photos before anything leaves. The copy and the original stay sealed as they are; what is
 * released is a copy of its own.
 */
public final class Covering {

    static final int MOST_BOXES = 20;

    private final ReportVault vault;
    private final Uploads uploads;
    private final Photos photos;

    public Covering(ReportVault vault, Uploads uploads, Photos photos) {
        this.vault = vault;
        this.uploads = uploads;
        this.photos = photos;
    }

    /** @throws NotForYou for what is not a photo of the report */
    Optional<Cover> of(ReportRecord record, String photo) {
        taken(record, photo);
        return vault.coverOf(record.stream(), photo);
    }

    /** Covers these parts and no others any more. */
    Cover cover(ReportRecord record, String photo, List<Box> boxes) {
        if (boxes.size() > MOST_BOXES) {
            throw new RuleViolated("photo.too-many-boxes", MOST_BOXES);
        }
        byte[] copy = uploads.copyOf(taken(record, photo)).orElseThrow(NotForYou::new);
        CleanPhoto covered = photos.cover(copy, boxes);
        Cover cover = new Cover(boxes, covered.sha256());
        vault.putCover(record.stream(), photo, cover, covered.jpeg());
        return cover;
    }

    /** As it would be released now. */
    Photo toRelease(ReportRecord record, TakenPhoto taken) {
        String sha256 =
                vault.coverOf(record.stream(), taken.id()).map(Cover::sha256).orElse(taken.sha256());
        return new Photo(taken.id(), sha256);
    }

    /** The bytes that would be released now. */
    byte[] bytesToRelease(ReportRecord record, String photo) {
        TakenPhoto taken = taken(record, photo);
        return bytes(record, taken, toRelease(record, taken).sha256());
    }

    /** The bytes that were released: covered as they were then, whatever is covered since. */
    Optional<byte[]> released(ReportRecord record, String photo) {
        return record.lastEvent(SummaryReleased.class)
                .flatMap(event -> event.summary().photos().stream()
                        .filter(each -> each.id().equals(photo))
                        .findFirst())
                .map(each -> bytes(record, taken(record, photo), each.sha256()));
    }

    private byte[] bytes(ReportRecord record, TakenPhoto taken, String sha256) {
        Optional<byte[]> bytes = taken.sha256().equals(sha256)
                ? uploads.copyOf(taken)
                : vault.covered(record.stream(), taken.id(), sha256);
        return bytes.orElseThrow(NotForYou::new);
    }

    private TakenPhoto taken(ReportRecord record, String photo) {
        return vault.photo(record.stream(), record.additions(), photo)
                .filter(TakenPhoto::isShown)
                .orElseThrow(NotForYou::new);
    }
}
