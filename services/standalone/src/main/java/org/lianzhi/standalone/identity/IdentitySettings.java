package org.lianzhi.standalone.identity;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the identity provider.
 *
 * @param issuer its address, which stands in every token
 * @param portal address of the portal, its only client
 * @param clientSecret of the portal
 * @param keys folder in which the signing key is kept, so that tokens outlive a restart
 */
@ConfigurationProperties("lianzhi.identity")
public record IdentitySettings(URI issuer, URI portal, String clientSecret, Path keys) {}
