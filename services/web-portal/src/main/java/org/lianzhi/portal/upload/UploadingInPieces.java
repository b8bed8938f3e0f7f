package org.lianzhi.portal.upload;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the script of a page with photos calls: after a cut only the rest of a file is sent. Whoever needs the file says to
 * which of their pages it belongs when it is whole. Nothing of it is kept here.
 */
@RestController
@RequestMapping("/uploads")
class UploadingInPieces {

    private static final int PIECE_AT_MOST = 1 << 20;

    private final SinglePhoto photos;
    private final PhotoUploads uploads;

    UploadingInPieces(SinglePhoto photos, PhotoUploads uploads) {
        this.photos = photos;
        this.uploads = uploads;
    }

    @PostMapping
    ResponseEntity<Object> begin(@Valid Piecewise photo, HttpServletResponse response, Locale locale) {
        return photos.begin(photo, response, locale);
    }

    @PatchMapping("/{id}")
    ResponseEntity<PhotoUploads.Begun> append(
            @PathVariable String id, @RequestHeader("Upload-Offset") long offset, InputStream body) throws IOException {
        byte[] piece = body.readNBytes(PIECE_AT_MOST + 1);
        return piece.length > PIECE_AT_MOST
                ? ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build()
                : ResponseEntity.ok(uploads.append(id, offset, piece));
    }
}
