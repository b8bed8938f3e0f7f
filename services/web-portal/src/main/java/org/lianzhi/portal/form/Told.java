package org.lianzhi.portal.form;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;

/**
 * A problem in words, for a script to show.
 *
 * @param field of the form, or address of the question; null where none is to blame
 */
public record Told(@Nullable String field, String words) {

    public record Problems(List<Told> problems) {}

    /** @param prefix of the fields in the form that is sent */
    public static List<Told> of(BindingResult found, String prefix, MessageSource messages, Locale locale) {
        return found.getAllErrors().stream()
                .map(error -> new Told(
                        error instanceof FieldError field ? prefix + field.getField() : null,
                        messages.getMessage(error, locale)))
                .toList();
    }
}
