package org.lianzhi.kit;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Files that came from people: to be saved, never to be run or guessed at by a browser. */
public final class Attachments {

    private Attachments() {}

    /** @param name under which it is saved */
    public static ResponseEntity<byte[]> of(MediaType type, String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(content);
    }

    /** @param id the picture's, which names the file too */
    public static ResponseEntity<byte[]> jpeg(String id, byte[] content) {
        return of(MediaType.IMAGE_JPEG, id + ".jpg", content);
    }
}
