package org.lianzhi.portal.cases.step;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.upload.Begun;
import org.lianzhi.portal.upload.Piecewise;
import org.lianzhi.portal.upload.TakingPieces;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Of officers: from a case's page or from the field. */
@RestController
@RequestMapping("/staff/uploads")
class PhotosInPieces extends TakingPieces {

    private final Uploads uploads;
    private final FieldAnswers answers;

    PhotosInPieces(Uploads uploads, FieldAnswers answers) {
        this.uploads = uploads;
        this.answers = answers;
    }

    /** @param id of the photo, as a form names it */
    record Arrived(String id) {}

    @Override
    protected ResponseEntity<Object> begun(Piecewise photo, HttpServletResponse response, Locale locale) {
        return answers.answered(() -> ResponseEntity.ok(uploads.begin(photo)));
    }

    @Override
    protected Begun appended(String id, long offset, byte[] piece) {
        return uploads.append(id, offset, piece);
    }

    /**
     * All pieces have been sent.
     *
     * @param person mark of who wrote what the photo belongs to; null where the page was made for who is signed in
     */
    @PostMapping("/whole")
    ResponseEntity<Object> whole(
            @RequestParam String upload,
            @Valid Piecewise photo,
            @RequestParam(required = false) @Nullable String person,
            Authentication who) {
        return person == null
                ? answers.answered(() -> arrived(upload, photo))
                : answers.asThemselves(person, who, () -> arrived(upload, photo));
    }

    private ResponseEntity<Object> arrived(String upload, Piecewise photo) {
        return ResponseEntity.ok(new Arrived(uploads.finish(upload, photo.size())));
    }
}
