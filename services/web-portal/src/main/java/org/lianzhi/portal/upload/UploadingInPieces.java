package org.lianzhi.portal.upload;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Of citizens. */
@RestController
@RequestMapping("/uploads")
class UploadingInPieces extends TakingPieces {

    private final SinglePhoto photos;
    private final PhotoUploads uploads;

    UploadingInPieces(SinglePhoto photos, PhotoUploads uploads) {
        this.photos = photos;
        this.uploads = uploads;
    }

    @Override
    protected ResponseEntity<Object> begun(Piecewise photo, HttpServletResponse response, Locale locale) {
        return photos.begin(photo, response, locale);
    }

    @Override
    protected Begun appended(String id, long offset, byte[] piece) {
        return uploads.append(id, offset, piece);
    }
}
