package org.lianzhi.kit;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * A token that cannot be checked, because the identity provider is away, is not a bad one: whoever sent it is as much signed
 * in as before, and may send the same again.
 */
final class TokenFailures
        implements AuthenticationFailureHandler, ObjectPostProcessor<BearerTokenAuthenticationFilter> {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final AuthenticationEntryPoint bad = new BearerTokenAuthenticationEntryPoint();
    private final HandlerExceptionResolver problems;

    /** @param problems answers with a problem, as for what fails inside */
    TokenFailures(HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
        filter.setAuthenticationFailureHandler(this);
        return filter;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        if (failure instanceof AuthenticationServiceException) {
            problems.resolveException(request, response, null, ComeBackLater.unavailable("identity.unavailable", SOON));
        } else {
            bad.commence(request, response, failure);
        }
    }
}
