package org.lianzhi.portal.client;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Asked too often; the same request may succeed later. */
@ResponseStatus(HttpStatus.TOO_MANY_REQUESTS)
public final class TooOften extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Duration after;
    private final transient @Nullable Work work;

    TooOften(Duration after, @Nullable Work work) {
        super("asked too often", null, false, false);
        this.after = after;
        this.work = work;
    }

    /**
     * A small puzzle that helps where many people share one address.
     *
     * @param challenge text behind which a word is looked for
     * @param bits that are to be zero at the beginning of the SHA-256 of both
     */
    public record Work(String challenge, int bits) {}

    /** When it is worth asking again. */
    public Duration after() {
        return after;
    }

    /** Says so to machines. */
    public void tell(HttpServletResponse response) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(after.toSeconds()));
    }

    /** What lets in at once; null where nothing does. */
    public @Nullable Work work() {
        return work;
    }
}
