package org.lianzhi.portal.live;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.status.Followed;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Streams of server-sent events. Each says only {@code changed}; an answer without content means: do not come again. */
@Controller
class LiveStreams {

    private final Listeners listeners;

    LiveStreams(Listeners listeners) {
        this.listeners = listeners;
    }

    /**
     * For the staff of a bureau.
     *
     * @param about id of one report or case; without it all that names the bureau
     */
    @GetMapping("/staff/live")
    ResponseEntity<SseEmitter> staff(
            @RequestParam(required = false) @Nullable String about,
            @AuthenticationPrincipal @Nullable OidcUser user,
            HttpServletRequest request) {
        if (user == null) {
            return ResponseEntity.noContent().build();
        }
        String bureau = Objects.requireNonNullElse(user.getClaimAsString("bureau"), "");
        return stream(
                request,
                hint -> about == null
                        ? hint.bureaus().contains(bureau)
                        : hint.subject().equals(about));
    }

    /** For supervisors: that anything has moved. Which cases are theirs, the page's own query knows. */
    @GetMapping("/supervision/live")
    ResponseEntity<SseEmitter> supervisor(HttpServletRequest request) {
        return stream(request, hint -> true);
    }

    /** For whoever has looked up a report in this session. */
    @GetMapping("/status/live")
    ResponseEntity<SseEmitter> reporter(HttpServletRequest request) {
        Followed followed = Followed.in(request);
        return followed == null
                ? ResponseEntity.noContent().build()
                : stream(request, hint -> followed.subjects().contains(hint.subject()));
    }

    private ResponseEntity<SseEmitter> stream(HttpServletRequest request, Predicate<Hint> wanted) {
        Optional<SseEmitter> stream = listeners.listen(request.getSession().getId(), wanted);
        return stream.map(open -> ResponseEntity.ok()
                        .contentType(MediaType.TEXT_EVENT_STREAM)
                        .cacheControl(CacheControl.noStore())
                        .header("X-Accel-Buffering", "no")
                        .body(open))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }
}
