package org.lianzhi.intake.filing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.lianzhi.intake.crowd.Admission;
import org.lianzhi.intake.filing.Originals.Uploaded;
import org.lianzhi.journal.Claims;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.PieceByPiece;
import org.lianzhi.kit.Pieces;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Citizens' photos and films over a weak network. */
@RestController
@RequestMapping(UploadingInPieces.UPLOADS)
class UploadingInPieces {

    static final String UPLOADS = "/api/v1/uploads";

    private final Admission admission;
    private final PieceByPiece<Uploaded> uploads;

    UploadingInPieces(Admission admission, Originals originals, Pieces pieces, Claims claims, Clock clock) {
        this.admission = admission;
        this.uploads = new PieceByPiece<>(originals, pieces, claims, clock, Uploading.ANYBODY);
    }

    @PostMapping(headers = PieceByPiece.LENGTH)
    ResponseEntity<PieceByPiece.Begun> begin(
            @RequestHeader(PieceByPiece.LENGTH) long length, IdempotencyKey key, HttpServletRequest asked) {
        return admission.toBeginUpload(asked.getRemoteAddr()).run(() -> uploads.begin(length, key, UPLOADS));
    }

    /** @param complete {@code ?1} with the last piece, or with none when all of them have come */
    @PatchMapping(path = "/{id}", consumes = PieceByPiece.MEDIA_TYPE)
    ResponseEntity<?> append(
            @PathVariable String id,
            @RequestHeader(PieceByPiece.OFFSET) long offset,
            @RequestHeader(PieceByPiece.COMPLETE) String complete,
            InputStream body)
            throws IOException {
        return PieceByPiece.isLast(complete)
                ? admission.toFinishUpload().run(() -> uploads.finish(id, offset, body))
                : admission.toReceive().run(() -> uploads.append(id, offset, body));
    }
}
