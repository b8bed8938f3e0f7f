package org.lianzhi.portal.signin;

import java.util.Map;
import java.util.Optional;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientPropertiesMapper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.util.function.SingletonSupplier;

/** The one identity provider, asked for its addresses at the first sign-in: citizens are served while it is away. */
@Configuration(proxyBeanMethods = false)
class IdentityProvider {

    static final String REGISTRATION = "lianzhi";

    @Bean
    ClientRegistrationRepository clientRegistrationRepository(OAuth2ClientProperties properties) {
        return new SupplierClientRegistrationRepository(
                SingletonSupplier.of(() -> new InMemoryClientRegistrationRepository(discovered(properties))));
    }

    /** Tokens live and die with the session. */
    @Bean
    OAuth2AuthorizedClientRepository authorizedClientRepository() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    @Bean
    GrantedAuthoritiesMapper grantedAuthoritiesMapper() {
        return SignedIn.rolesOfClaims();
    }

    /** Where sign-out forms may lead to: the provider's origin, or nothing if none is set. */
    static String origin(OAuth2ClientProperties properties) {
        return Optional.ofNullable(properties.getProvider().get(REGISTRATION))
                .map(provider -> provider.getIssuerUri())
                .map(issuer -> issuer.replaceFirst("^(https?://[^/]+).*$", "$1"))
                .orElse("");
    }

    private static Map<String, ClientRegistration> discovered(OAuth2ClientProperties properties) {
        try {
            return new OAuth2ClientPropertiesMapper(properties).asClientRegistrations();
        } catch (RuntimeException away) {
            throw new SignInUnavailable(away);
        }
    }
}
