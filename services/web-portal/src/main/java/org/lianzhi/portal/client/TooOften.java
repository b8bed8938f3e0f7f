package org.lianzhi.portal.client;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Asked too often; the same request may succeed later. */
@ResponseStatus(HttpStatus.TOO_MANY_REQUESTS)
public final class TooOften extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooOften() {
        super("asked too often", null, false, false);
    }
}
