package org.lianzhi.standalone.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** Authorization code with PKCE for one client, the portal; the claims are those that the services read. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    private static final String SIGN_IN = "/sign-in";

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http) {
        http.oauth2AuthorizationServer(server -> {
            http.securityMatcher(server.getEndpointsMatcher());
            server.oidc(oidc -> {});
        });
        http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
        http.exceptionHandling(failures -> failures.defaultAuthenticationEntryPointFor(
                new LoginUrlAuthenticationEntryPoint(SIGN_IN), new MediaTypeRequestMatcher(MediaType.TEXT_HTML)));
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, IdentitySettings settings) {
        String portal = settings.portal().toString();
        http.authorizeHttpRequests(requests -> requests.requestMatchers(SIGN_IN, "/identity/**", "/error")
                .permitAll()
                .anyRequest()
                .authenticated());
        // Who came without being sent by the portal, or was sent before a restart, goes there.
        http.formLogin(form ->
                form.loginPage(SIGN_IN).defaultSuccessUrl(portal + "/staff").permitAll());
        // The only refusal is a form whose session is gone: then the page is simply shown anew.
        http.exceptionHandling(failures ->
                failures.accessDeniedHandler((request, response, refused) -> response.sendRedirect(SIGN_IN)));
        http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'; "
                + "style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' "
                + portal)));
        return http.build();
    }

    @Bean
    RegisteredClientRepository clients(IdentitySettings settings, PasswordEncoder passwords) {
        String portal = settings.portal().toString();
        RegisteredClient client = RegisteredClient.withId("portal")
                .clientId("lianzhi-portal")
                .clientSecret(passwords.encode(settings.clientSecret()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(portal + "/login/oauth2/code/lianzhi")
                .postLogoutRedirectUri(portal + "/")
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(Duration.ofMinutes(10))
                        .refreshTokenTimeToLive(Duration.ofHours(8))
                        .build())
                .build();
        return new InMemoryRegisteredClientRepository(client);
    }

    @Bean
    AuthorizationServerSettings serverSettings(IdentitySettings settings) {
        return AuthorizationServerSettings.builder()
                .issuer(settings.issuer().toString())
                .build();
    }

    @Bean
    JWKSource<SecurityContext> signingKey(IdentitySettings settings) {
        return new ImmutableJWKSet<>(new JWKSet(SigningKey.in(settings.keys())));
    }

    @Bean
    PasswordEncoder passwords() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    UserDetailsService users(DemoUsers demo, PasswordEncoder passwords) {
        String password = passwords.encode(demo.password());
        return new InMemoryUserDetailsManager(demo.users().stream()
                .map(user -> User.withUsername(user.login())
                        .password(password)
                        .authorities("STAFF")
                        .build())
                .toList());
    }

    /** The subject is an opaque reference: no record and no log of a service learns a name. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(DemoUsers demo) {
        return context -> {
            if (context.getPrincipal() == null) {
                return;
            }
            DemoUser user = demo.byLogin(context.getPrincipal().getName());
            context.getClaims()
                    .subject(user.person())
                    .claim("side", user.side())
                    .claim("bureau", user.bureau())
                    .claim("roles", user.roles());
            if ("id_token".equals(context.getTokenType().getValue())) {
                context.getClaims().claim("name", user.name()).claim("office", user.office());
            } else {
                context.getClaims().audience(List.of("lianzhi"));
            }
        };
    }
}
