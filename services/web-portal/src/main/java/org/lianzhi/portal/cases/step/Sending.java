package org.lianzhi.portal.cases.step;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What makes a form that is sent twice one act, and tells whether a colleague was faster.
 *
 * @param once idempotency key
 * @param seen version of the own record when the form was first shown; null if it does not matter
 */
record Sending(String once, @Nullable Long seen) {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]{16,64}");

    static Sending of(HttpServletRequest request) {
        String once = request.getParameter("idempotencyKey");
        return new Sending(once != null && KEY.matcher(once).matches() ? once : key(), seen(request));
    }

    static Sending first(Asked asked) {
        return new Sending(key(), asked.seen());
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static @Nullable Long seen(HttpServletRequest request) {
        String seen = request.getParameter("seen");
        return seen != null && seen.matches("[0-9]{1,15}") ? Long.valueOf(seen) : null;
    }
}
