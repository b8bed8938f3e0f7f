package org.lianzhi.portal.upload;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.lianzhi.portal.form.Told;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;

/** One photo, sent by a script that shows how far it is. A repetition is the same photo. */
@Component
public class SinglePhoto {

    private final PhotoUploads uploads;
    private final MessageSource messages;

    SinglePhoto(PhotoUploads uploads, MessageSource messages) {
        this.uploads = uploads;
        this.messages = messages;
    }

    /**
     * A photo that is there as a whole.
     *
     * @param sent as a hidden field of a form carries it
     */
    record Sent(String id, String sent) {}

    /** Begins one, or tells how far it is. */
    ResponseEntity<Object> begin(Piecewise photo, HttpServletResponse response, Locale locale) {
        BindingResult found = nothingYet();
        return uploads.begin(photo, response, found)
                .<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(() -> refused(found, response, locale));
    }

    /**
     * All pieces have been sent.
     *
     * @param upload id
     * @param already how many photos there are
     */
    public ResponseEntity<Object> finish(
            String upload,
            Piecewise photo,
            int already,
            HttpServletResponse response,
            Locale locale,
            Consumer<PhotoUploads.Arrived> then) {
        BindingResult found = nothingYet();
        return uploads.finish(upload, photo, already, response, found)
                .map(arrived -> {
                    then.accept(arrived);
                    SentPhoto sent = arrived.photo();
                    return ResponseEntity.<Object>ok(new Sent(sent.id(), sent.written()));
                })
                .orElseGet(() -> refused(found, response, locale));
    }

    private static BindingResult nothingYet() {
        return new MapBindingResult(Map.of("photos", List.of()), "form");
    }

    private ResponseEntity<Object> refused(BindingResult found, HttpServletResponse response, Locale locale) {
        int status = response.getStatus() == HttpStatus.OK.value()
                ? HttpStatus.UNPROCESSABLE_CONTENT.value()
                : response.getStatus();
        return ResponseEntity.status(status).body(new Told.Problems(Told.of(found, "", messages, locale)));
    }
}
