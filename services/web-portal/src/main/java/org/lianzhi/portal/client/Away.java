package org.lianzhi.portal.client;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * A service did not answer in time, or said that it cannot now. Whether a command was done is not known then: sent again
 * with the same idempotency key it is done once.
 */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
public final class Away extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Duration after;

    Away(String service, Duration after, @Nullable Throwable cause) {
        super(service + " does not answer", cause);
        this.after = after;
    }

    /** When it is worth asking again. */
    public Duration after() {
        return after;
    }

    /** Says so to machines. */
    public void tell(HttpServletResponse response) {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(after.toSeconds()));
    }
}
