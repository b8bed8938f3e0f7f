package org.lianzhi.portal.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The draft and the last sent report of a session. */
public final class Drafts {

    private static final String DRAFT = Draft.class.getName();
    private static final String FILED = Filed.class.getName();

    private Drafts() {}

    static boolean isBegun(HttpServletRequest request) {
        return attribute(request, DRAFT) instanceof Draft;
    }

    static Draft of(HttpServletRequest request) {
        return of(request, null);
    }

    /** @param whole id under which a page offered to begin one; null where none did */
    static Draft of(HttpServletRequest request, @Nullable UUID whole) {
        return attribute(request, DRAFT) instanceof Draft draft
                ? draft
                : Draft.begun(
                        Objects.requireNonNullElseGet(whole, UUID::randomUUID).toString());
    }

    static void keep(HttpServletRequest request, Draft draft) {
        request.getSession().setAttribute(DRAFT, draft);
    }

    static @Nullable Filed filed(HttpServletRequest request) {
        return attribute(request, FILED) instanceof Filed filed ? filed : null;
    }

    /** Its answers are not needed any more; the code is, until the person has written it down. */
    static void filed(HttpServletRequest request, Filed filed) {
        request.getSession().setAttribute(FILED, filed);
        if (attribute(request, DRAFT) instanceof Draft draft && draft.id().equals(filed.draft())) {
            request.getSession().removeAttribute(DRAFT);
        }
    }

    /** Somebody else may use the same device. */
    public static void forget(HttpSession session) {
        session.removeAttribute(DRAFT);
        session.removeAttribute(FILED);
    }

    private static @Nullable Object attribute(HttpServletRequest request, String name) {
        HttpSession session = request.getSession(false);
        return session == null ? null : session.getAttribute(name);
    }
}
