package org.lianzhi.portal.component;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A photo on its way to a browser: shown by the page that asks for it, saved as a file when it is opened, never a page itself. */
public final class PhotoFile {

    private PhotoFile() {}

    /** Whatever the service says of its kind, a browser is told that it is a picture and nothing else. */
    public static ResponseEntity.BodyBuilder begin() {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
                .header("Content-Security-Policy", "default-src 'none'; sandbox");
    }
}
