package org.lianzhi.portal.report;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.lianzhi.portal.upload.PhotoUploads;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.multipart.MultipartFile;

/** One photo, sent by a script that shows how far it is. A repetition is the same photo. */
@Component
class SinglePhoto {

    private final PhotoUploads uploads;
    private final MessageSource messages;

    SinglePhoto(PhotoUploads uploads, MessageSource messages) {
        this.uploads = uploads;
        this.messages = messages;
    }

    record Sent(String id) {}

    /**
     * Passes it on.
     *
     * @param whole what it belongs to
     * @param already how many there are
     */
    ResponseEntity<Object> send(
            MultipartFile photo,
            String whole,
            int already,
            HttpServletResponse response,
            Locale locale,
            Consumer<PhotoUploads.Arrived> then) {
        BindingResult found = new BeanPropertyBindingResult(PhotosForm.empty(), "form");
        Optional<PhotoUploads.Arrived> arrived = uploads.send(photo, whole, already, response, found);
        if (arrived.isPresent()) {
            then.accept(arrived.get());
            return ResponseEntity.ok(new Sent(arrived.get().photo().id()));
        }
        int status = response.getStatus() == HttpStatus.OK.value()
                ? HttpStatus.UNPROCESSABLE_CONTENT.value()
                : response.getStatus();
        return ResponseEntity.status(status).body(new Told.Problems(Told.of(found, "", messages, locale)));
    }
}
