package org.lianzhi.portal.signin;

import jakarta.servlet.DispatcherType;
import java.time.Duration;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/** Default deny. Citizens' pages are open, staff pages ask for a role, everything else does not exist. */
@Configuration(proxyBeanMethods = false)
class PortalSecurity {

    static final String START_SIGN_IN = "/oauth2/authorization/" + IdentityProvider.REGISTRATION;

    private static final String[] CITIZENS = {
        "/",
        "/report",
        "/report/**",
        "/uploads",
        "/uploads/*",
        "/status",
        "/status/**",
        "/help",
        "/privacy",
        "/accessibility",
        "/sign-in-failed"
    };
    private static final String[] FILES = {
        "/asyncapi.yaml",
        "/schemas/*.json",
        "/portal/**",
        "/kit/**",
        "/favicon.ico",
        "/webjars/govuk-frontend/**",
        "/webjars/ministryofjustice__frontend/**",
        "/webjars/leaflet/**",
        "/webjars/idb/**",
        "/webjars/htmx.org/**",
        "/webjars/htmx-ext-sse/**"
    };

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http, ClientRegistrationRepository registrations, OAuth2ClientProperties properties) {
        return http.authorizeHttpRequests(PortalSecurity::rights)
                .oauth2Login(login -> login.loginPage(START_SIGN_IN)
                        .defaultSuccessUrl("/staff")
                        .failureUrl("/sign-in-failed"))
                .logout(logout -> logout.logoutUrl("/sign-out")
                        .deleteCookies("LIANZHI_PORTAL")
                        .logoutSuccessHandler(new SignOut(registrations)))
                .requestCache(cache -> cache.requestCache(wayBack()))
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(new SignInNeeded()).accessDeniedHandler(new Refused()))
                .csrf(csrf -> csrf.csrfTokenRepository(tokenInCookie())
                        // The token must outlive sign-in: a form whose session expired is sent again after it.
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy()))
                .headers(headers -> SecurityHeaders.on(headers, IdentityProvider.origin(properties)))
                .build();
    }

    /** Only where sign-in leads back to: what is kept makes a session, and anybody may ask for what is not there. */
    private static RequestCache wayBack() {
        var kept = new HttpSessionRequestCache();
        kept.setRequestMatcher(SignInNeeded::isPage);
        return kept;
    }

    private static void rights(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry asked) {
        asked.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(CITIZENS)
                .permitAll()
                .requestMatchers(FILES)
                .permitAll()
                .requestMatchers("/actuator/health/**")
                .permitAll()
                // Answers nobody; a page must not be led to the sign-in behind its back.
                .requestMatchers("/staff/live")
                .permitAll()
                // Hold nothing of anybody: kept by a phone for where there is no connection, and asked who is signed
                // in.
                .requestMatchers("/staff/field/phone", "/staff/field/worker.js", "/staff/field/who")
                .permitAll()
                .requestMatchers("/staff", "/staff/signed-in")
                .authenticated()
                .requestMatchers("/staff/**")
                .hasAnyRole("OFFICER", "LEAD", "LABORATORY")
                .requestMatchers("/supervision", "/supervision/**")
                .hasRole("SUPERVISOR")
                .requestMatchers("/inspector", "/inspector/**")
                .hasRole("INSPECTOR")
                .requestMatchers("/operations", "/operations/**")
                .hasRole("ADMINISTRATOR")
                .anyRequest()
                .denyAll();
    }

    private static CookieCsrfTokenRepository tokenInCookie() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("LIANZHI_CSRF");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(
                cookie -> cookie.sameSite("Lax").httpOnly(true).maxAge(Duration.ofDays(7)));
        return tokens;
    }
}
