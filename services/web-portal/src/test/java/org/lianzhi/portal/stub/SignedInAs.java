package org.lianzhi.portal.stub;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A request of somebody who is signed in, with a token for the services that is still good. */
public final class SignedInAs {

    private static final ClientRegistration CLIENT = ClientRegistration.withRegistrationId("test")
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .clientId("portal")
            .authorizationUri("http://127.0.0.1/authorize")
            .tokenUri("http://127.0.0.1/token")
            .redirectUri("http://127.0.0.1/back")
            .build();

    private SignedInAs() {}

    public static RequestPostProcessor somebody(String side, String bureau, String role) {
        RequestPostProcessor login = oidcLogin()
                .idToken(token -> token.claim("name", "李明")
                        .claim("side", side)
                        .claim("bureau", bureau)
                        .claim("roles", List.of(role)))
                .authorities(new SimpleGrantedAuthority("ROLE_" + role.toUpperCase(Locale.ROOT)));
        return request -> {
            Instant now = Instant.now();
            OAuth2AccessToken token = new OAuth2AccessToken(
                    OAuth2AccessToken.TokenType.BEARER, "token-of-the-test", now, now.plusSeconds(600));
            new HttpSessionOAuth2AuthorizedClientRepository()
                    .saveAuthorizedClient(
                            new OAuth2AuthorizedClient(CLIENT, "user", token),
                            new TestingAuthenticationToken("user", ""),
                            request,
                            new MockHttpServletResponse());
            return login.postProcessRequest(request);
        };
    }
}
