package org.lianzhi.portal.client;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Unknown, or not for this person: the page looks the same. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NotThere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotThere() {
        super("nothing there", null, false, false);
    }
}
