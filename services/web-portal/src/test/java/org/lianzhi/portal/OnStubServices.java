package org.lianzhi.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.OidcLoginRequestPostProcessor;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The portal with stub services behind it and people who are signed in with a token. */
@SpringBootTest(
        properties = {
            "spring.config.name=web-portal",
            "lianzhi.patience=5s",
            "lianzhi.portal.board-fresh=0s",
            "lianzhi.portal.colleagues[0].person=p-1",
            "lianzhi.portal.colleagues[0].name=演示·甲",
            "lianzhi.portal.colleagues[0].bureau=431129-branch",
            "lianzhi.portal.colleagues[1].person=p-2",
            "lianzhi.portal.colleagues[1].name=演示·乙",
            "lianzhi.portal.colleagues[1].bureau=431129-branch",
            "lianzhi.portal.colleagues[2].person=p-9",
            "lianzhi.portal.colleagues[2].name=演示·对方",
            "lianzhi.portal.colleagues[2].bureau=451123-branch",
            "lianzhi.portal.colleagues[3].person=p-7",
            "lianzhi.portal.colleagues[3].name=演示·市局",
            "lianzhi.portal.colleagues[3].bureau=431100-department"
        })
@AutoConfigureMockMvc
public abstract class OnStubServices {

    protected static final String CASE = "01j3xw8m00a1b2c3d4e5f6g7h8";
    protected static final StubServices SERVICES = new StubServices();

    private static final ClientRegistration PROVIDER = ClientRegistration.withRegistrationId("lianzhi")
            .clientId("portal")
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri("{baseUrl}/login/oauth2/code/lianzhi")
            .authorizationUri("http://localhost:9000/authorize")
            .tokenUri("http://localhost:9000/token")
            .build();

    @Autowired
    protected MockMvcTester pages;

    @TestBean
    private @Nullable ClientRegistrationRepository registrations;

    @TestBean
    private @Nullable OAuth2AuthorizedClientRepository clients;

    static ClientRegistrationRepository registrations() {
        return new InMemoryClientRegistrationRepository(PROVIDER);
    }

    static OAuth2AuthorizedClientRepository clients() {
        return new EverybodyHasAToken();
    }

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) {
        List.of("report-intake", "joint-investigation", "notification", "supervisor-timeline")
                .forEach(service -> properties.add("lianzhi.services." + service, SERVICES::address));
    }

    @BeforeEach
    void forget() {
        SERVICES.forget();
    }

    protected static OidcLoginRequestPostProcessor officer() {
        return person("hn", "431129-branch", "officer");
    }

    protected static OidcLoginRequestPostProcessor laboratory() {
        return person("hn", "431129-laboratory", "laboratory");
    }

    protected static OidcLoginRequestPostProcessor supervisor() {
        return person("hn", "430000-department", "supervisor");
    }

    protected static OidcLoginRequestPostProcessor person(String side, String bureau, String role) {
        return oidcLogin()
                .clientRegistration(PROVIDER)
                .idToken(token -> token.claim("name", "演示·甲")
                        .claim("side", side)
                        .claim("bureau", bureau)
                        .claim("roles", List.of(role)))
                .authorities(new SimpleGrantedAuthority("ROLE_" + role.toUpperCase(Locale.ROOT)));
    }

    /** An answer that is kept as a file, with the case's id in it. */
    protected static String kept(String file) {
        try (var in = OnStubServices.class.getResourceAsStream("/stub/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), UTF_8).replace("CASE", CASE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class EverybodyHasAToken implements OAuth2AuthorizedClientRepository {

        @Override
        @SuppressWarnings("unchecked")
        public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
                String registration, Authentication principal, HttpServletRequest request) {
            Instant now = Instant.now();
            return (T) new OAuth2AuthorizedClient(
                    PROVIDER,
                    principal.getName(),
                    new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "the-token", now, now.plusSeconds(3600)));
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {}
    }
}
