package org.lianzhi.kit;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** Which tokens are believed: signed by the issuer with an asymmetric key, for us, in time, with all claims. */
final class Tokens {

    private Tokens() {}

    /** Keys are fetched at the first token, so a service starts also while the identity provider is away. */
    static JwtDecoder decoder(IdentityProperties identity) {
        JwtDecoder once = new SupplierJwtDecoder(() -> {
            var builder = identity.jwkSetUri() == null
                    ? NimbusJwtDecoder.withIssuerLocation(identity.issuer())
                    : NimbusJwtDecoder.withJwkSetUri(identity.jwkSetUri().toString());
            NimbusJwtDecoder decoder = builder.jwsAlgorithm(SignatureAlgorithm.RS256)
                    .jwsAlgorithm(SignatureAlgorithm.ES256)
                    .build();
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(List.of(
                    JwtValidators.createDefaultWithIssuer(identity.issuer()),
                    meantFor(identity.audience()),
                    Tokens::complete)));
            return decoder;
        });
        return token -> {
            try {
                return once.decode(token);
            } catch (JwtDecoderInitializationException away) {
                // Says nothing about the token, and is tried again at the next one.
                throw new JwtException("the identity provider is away", away);
            }
        };
    }

    private static OAuth2TokenValidator<Jwt> meantFor(String audience) {
        return token ->
                answer(token.getAudience() != null && token.getAudience().contains(audience), "audience");
    }

    private static OAuth2TokenValidatorResult complete(@Nullable Jwt token) {
        try {
            SignedIn.of(Objects.requireNonNull(token));
            return OAuth2TokenValidatorResult.success();
        } catch (RuntimeException e) {
            return answer(false, "claims");
        }
    }

    private static OAuth2TokenValidatorResult answer(boolean good, String what) {
        return good
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", what, null));
    }
}
