package org.lianzhi.portal.status;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The report that this session has looked up, so that its page can be loaded again and is told when something moves. The
 * code stays in the memory of the session, and only until the person is done.
 *
 * @param code that was typed, or what opens the same more quickly
 * @param subjects ids of the report and of its joint case
 */
public record Followed(String code, List<String> subjects) {

    private static final String ATTRIBUTE = Followed.class.getName();

    public Followed {
        subjects = List.copyOf(subjects);
    }

    static Followed of(String code, TrackingView view) {
        String joint = view.caseProgress() == null ? null : view.caseProgress().caseId();
        return new Followed(
                code, Stream.of(view.report(), joint).filter(Objects::nonNull).toList());
    }

    public static @Nullable Followed in(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof Followed followed ? followed : null;
    }

    void keep(HttpServletRequest request) {
        request.getSession().setAttribute(ATTRIBUTE, this);
    }

    static void forget(HttpSession session) {
        session.removeAttribute(ATTRIBUTE);
    }

    /** A tracking code belongs into no log. */
    @Override
    public String toString() {
        return "a followed report";
    }
}
