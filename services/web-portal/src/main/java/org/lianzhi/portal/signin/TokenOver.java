package org.lianzhi.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * The session is there but its token is over and cannot be renewed, as after a restart of the provider: the same as no
 * session. A page leads to the sign-in, a form is kept.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class TokenOver {

    @ExceptionHandler
    String over(ClientAuthorizationException over, HttpServletRequest request, HttpServletResponse response) {
        SecurityContextHolder.clearContext();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        return "GET".equals(request.getMethod())
                ? "redirect:" + PortalSecurity.START_SIGN_IN
                : "forward:" + SessionPages.EXPIRED;
    }
}
