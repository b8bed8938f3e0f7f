package org.lianzhi.portal.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Somebody without a session asks for what is not public. A page leads to the sign-in; a form that was sent is kept and
 * can be sent again; outside the staff's pages nothing is said to exist.
 */
final class SignInNeeded implements AuthenticationEntryPoint {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException, ServletException {
        if (!isForStaff(request.getRequestURI())) {
            response.sendError(HttpStatus.NOT_FOUND.value());
        } else if (READING.contains(request.getMethod())) {
            response.sendRedirect(request.getContextPath() + PortalSecurity.START_SIGN_IN);
        } else {
            request.getRequestDispatcher(SessionPages.EXPIRED).forward(request, response);
        }
    }

    /** Whether somebody looks at a page that asks for sign-in: what a page itself fetches leads nowhere. */
    static boolean isPage(HttpServletRequest request) {
        String wanted = request.getHeader(HttpHeaders.ACCEPT);
        return request.getMethod().equals("GET")
                && isForStaff(request.getRequestURI())
                && wanted != null
                && wanted.contains(MediaType.TEXT_HTML_VALUE);
    }

    private static boolean isForStaff(String path) {
        return path.matches("/(staff|supervision|inspector|operations)(/.*)?");
    }
}
