package org.lianzhi.kit;

import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** Not now: nothing was stored, and the same request may succeed later. */
public final class ComeBackLater extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final Duration after;
    private final transient Map<String, Object> more;

    private ComeBackLater(HttpStatus status, String code, Duration after, Map<String, Object> more) {
        super(code);
        this.status = status;
        this.code = code;
        this.after = after;
        this.more = Map.copyOf(more);
    }

    /** Somebody asks too often. */
    public static ComeBackLater tooMany(String code, Duration after) {
        return new ComeBackLater(HttpStatus.TOO_MANY_REQUESTS, code, after, Map.of());
    }

    /** Something that is needed for it is away. */
    public static ComeBackLater unavailable(String code, Duration after) {
        return new ComeBackLater(HttpStatus.SERVICE_UNAVAILABLE, code, after, Map.of());
    }

    /** The same, and what helps. */
    public ComeBackLater with(String name, Object help) {
        return new ComeBackLater(status, code, after, Map.of(name, help));
    }

    /** What helps, by name. */
    public Map<String, Object> more() {
        return more;
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** Whole seconds, at least one, and never too early: rounded up. */
    public Duration after() {
        return Duration.ofSeconds(Math.max(1, after.plusNanos(999_999_999).toSeconds()));
    }
}
