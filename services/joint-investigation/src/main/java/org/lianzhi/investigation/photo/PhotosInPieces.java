package org.lianzhi.investigation.photo;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.lianzhi.journal.Claims;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.PieceByPiece;
import org.lianzhi.kit.Pieces;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.Photo;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Officers' photos over a weak network. */
@RestController
@RequestMapping(PhotoFiles.PHOTOS)
class PhotosInPieces {

    private final OfficersPhotos photos;
    private final Pieces pieces;
    private final Claims claims;
    private final Clock clock;

    PhotosInPieces(OfficersPhotos photos, Pieces pieces, Claims claims, Clock clock) {
        this.photos = photos;
        this.pieces = pieces;
        this.claims = claims;
        this.clock = clock;
    }

    private PieceByPiece<Photo> by(SignedIn who) {
        String owner = OfficersPhotos.owner(who);
        return new PieceByPiece<>(photos.of(who.bureau()), pieces, claims, clock, owner);
    }

    @PostMapping(headers = PieceByPiece.LENGTH)
    ResponseEntity<PieceByPiece.Begun> begin(
            SignedIn who, @RequestHeader(PieceByPiece.LENGTH) long length, IdempotencyKey key) {
        return by(who).begin(length, key, PhotoFiles.PHOTOS);
    }

    /** @param complete {@code ?1} with the last piece, or with none when all of them have come */
    @PatchMapping(path = "/{id}", consumes = PieceByPiece.MEDIA_TYPE)
    ResponseEntity<?> append(
            SignedIn who,
            @PathVariable String id,
            @RequestHeader(PieceByPiece.OFFSET) long offset,
            @RequestHeader(PieceByPiece.COMPLETE) String complete,
            InputStream body)
            throws IOException {
        PieceByPiece<Photo> photo = by(who);
        return PieceByPiece.isLast(complete) ? photo.finish(id, offset, body) : photo.append(id, offset, body);
    }
}
