package org.lianzhi.kit;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens are believed.
 *
 * @param issuer as it stands in the tokens
 * @param jwkSetUri where the keys are fetched; by default what the issuer says of itself
 * @param audience that a token must be meant for
 */
@ConfigurationProperties("lianzhi.identity")
public record IdentityProperties(
        @DefaultValue("http://localhost:9000") String issuer,
        @Nullable URI jwkSetUri,
        @DefaultValue("lianzhi") String audience) {}
