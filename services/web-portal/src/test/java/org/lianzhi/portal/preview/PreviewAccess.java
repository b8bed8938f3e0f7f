package org.lianzhi.portal.preview;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Opens {@code /preview/**}, with the same content policy as the real pages, to whoever runs with this profile. */
@Configuration(proxyBeanMethods = false)
@Profile("preview")
class PreviewAccess {

    @Bean
    @Order(0)
    SecurityFilterChain previews(HttpSecurity http) {
        return http.securityMatcher("/preview/**")
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                        "default-src 'self'; img-src 'self' data: blob:; font-src 'none'; object-src 'none'")))
                .build();
    }
}
