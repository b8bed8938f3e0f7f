package org.lianzhi.portal.signin;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What the browser is told to refuse. No inline script or style, nothing from elsewhere, no frame around a page. */
final class SecurityHeaders {

    private SecurityHeaders() {}

    /**
     * Sets them.
     *
     * @param provider origin of the identity provider, to which the sign-out form is redirected; may be empty
     */
    static void on(HeadersConfigurer<HttpSecurity> headers, String provider) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(policy(provider)))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("geolocation=(self), camera=(), microphone=(), payment=()"))
                .frameOptions(frame -> frame.deny());
    }

    private static String policy(String provider) {
        return String.join(
                "; ",
                "default-src 'self'",
                "img-src 'self' data: blob:",
                "font-src 'none'",
                "object-src 'none'",
                "base-uri 'none'",
                "frame-ancestors 'none'",
                ("form-action 'self' " + provider).strip());
    }
}
