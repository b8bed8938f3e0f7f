package org.lianzhi.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

/** Signs out at the provider too; here it holds even while the provider is away. */
final class SignOut extends OidcClientInitiatedLogoutSuccessHandler {

    SignOut(ClientRegistrationRepository registrations) {
        super(registrations);
        setPostLogoutRedirectUri("{baseUrl}/");
    }

    @Override
    protected String determineTargetUrl(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        try {
            return super.determineTargetUrl(request, response, authentication);
        } catch (SignInUnavailable away) {
            return "/";
        }
    }
}
