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

/**
 * What the script of a page with photos calls: after a cut only the rest of a file is sent. Whoever needs the file says to
 * which of their pages it belongs when it is whole. Nothing of it is kept here.
 */
public abstract class TakingPieces {

    private static final int PIECE_AT_MOST = 1 << 20;

    /** Begins a file, or tells how far it is. */
    protected abstract ResponseEntity<Object> begun(Piecewise photo, HttpServletResponse response, Locale locale);

    protected abstract Begun appended(String id, long offset, byte[] piece);

    @PostMapping
    ResponseEntity<Object> begin(@Valid Piecewise photo, HttpServletResponse response, Locale locale) {
        return begun(photo, response, locale);
    }

    @PatchMapping("/{id}")
    ResponseEntity<Begun> append(@PathVariable String id, @RequestHeader("Upload-Offset") long offset, InputStream body)
            throws IOException {
        byte[] piece = body.readNBytes(PIECE_AT_MOST + 1);
        return piece.length > PIECE_AT_MOST
                ? ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build()
                : ResponseEntity.ok(appended(id, offset, piece));
    }
}
