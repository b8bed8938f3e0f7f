package org.lianzhi.kit;

import java.time.Duration;
import org.springframework.http.HttpStatus;

/** Not now: nothing was stored, and the same request may succeed later. */
public final class ComeBackLater extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final Duration after;

    private ComeBackLater(HttpStatus status, String code, Duration after) {
        super(code);
        this.status = status;
        this.code = code;
        this.after = after;
    }

    /** Somebody asks too often. */
    public static ComeBackLater tooMany(String code, Duration after) {
        return new ComeBackLater(HttpStatus.TOO_MANY_REQUESTS, code, after);
    }

    /** Something that is needed for it is away. */
    public static ComeBackLater unavailable(String code, Duration after) {
        return new ComeBackLater(HttpStatus.SERVICE_UNAVAILABLE, code, after);
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** Whole seconds, at least one. */
    public Duration after() {
        return after.toSeconds() < 1 ? Duration.ofSeconds(1) : after;
    }
}
