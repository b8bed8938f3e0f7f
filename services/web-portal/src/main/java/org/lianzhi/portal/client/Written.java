package org.lianzhi.portal.client;

import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * What this session has written lately, by record. Read models are asked to wait for it, so that who wrote something sees
 * it on the next page.
 */
final class Written {

    private static final String ATTRIBUTE = Written.class.getName();
    private static final int KEPT = 4;

    private Written() {}

    static void remember(Receipt receipt) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            // What this very request wrote is asked for by its own version, whatever others of the session write
            // meanwhile.
            attributes.getRequest().setAttribute(ATTRIBUTE, receipt);
        }
        HttpSession session = session(true);
        if (session != null) {
            Map<String, Long> versions = new LinkedHashMap<>(of(session));
            versions.remove(receipt.stream());
            versions.put(receipt.stream(), receipt.version());
            while (versions.size() > KEPT) {
                versions.remove(versions.keySet().iterator().next());
            }
            session.setAttribute(ATTRIBUTE, versions);
        }
    }

    /** As the header that read models understand; empty if nothing was written. */
    static String header() {
        HttpSession session = session(false);
        Map<String, Long> versions = new LinkedHashMap<>(session == null ? Map.of() : of(session));
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && attributes.getRequest().getAttribute(ATTRIBUTE) instanceof Receipt own) {
            versions.put(own.stream(), own.version());
        }
        return versions.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Long> of(HttpSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof Map<?, ?> map ? (Map<String, Long>) map : Map.of();
    }

    private static @Nullable HttpSession session(boolean create) {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getSession(create)
                : null;
    }
}
