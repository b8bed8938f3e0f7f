package org.lianzhi.portal.signin;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.util.DigestUtils;

/** Reads the identity provider's claims: {@code name}, {@code office}, {@code bureau}, {@code side}, {@code roles}. */
public final class SignedIn {

    private SignedIn() {}

    /** Nothing for a citizen, who has no account. */
    public static @Nullable Staff staff(@Nullable Authentication authentication) {
        if (authentication == null || !(authentication.getPrincipal() instanceof OidcUser user)) {
            return null;
        }
        var name = Objects.requireNonNullElse(user.getFullName(), user.getName());
        return new Staff(name, office(user), user.getClaimAsString("side"), roles(user));
    }

    /** Code of the office that the person acts for; empty for whoever acts for none. */
    public static String bureau(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof OidcUser user
                ? Objects.requireNonNullElse(user.getClaimAsString("bureau"), "")
                : "";
    }

    /**
     * A mark by which a phone keeps apart what different people wrote on it; it tells nobody who they are. Empty for whoever
     * is not signed in.
     */
    public static String mark(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof OidcUser user
                ? DigestUtils.md5DigestAsHex(("phone of " + user.getSubject()).getBytes(StandardCharsets.UTF_8))
                : "";
    }

    /** The roles of the claims as {@code ROLE_OFFICER} and so on, beside what the protocol itself grants. */
    static GrantedAuthoritiesMapper rolesOfClaims() {
        return granted -> granted.stream()
                .flatMap(authority -> withRoles(authority).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<GrantedAuthority> withRoles(GrantedAuthority granted) {
        var all = new LinkedHashSet<GrantedAuthority>(Set.of(granted));
        if (granted instanceof OidcUserAuthority oidc) {
            rolesIn(oidc.getIdToken().getClaim("roles"))
                    .forEach(role -> all.add(new SimpleGrantedAuthority("ROLE_" + role.toUpperCase(Locale.ROOT))));
        }
        return all;
    }

    private static String office(OidcUser user) {
        var office = user.getClaimAsString("office");
        return Objects.requireNonNullElse(office != null ? office : user.getClaimAsString("bureau"), "");
    }

    private static Set<String> roles(OidcUser user) {
        return rolesIn(user.getClaim("roles"));
    }

    private static Set<String> rolesIn(@Nullable Object claim) {
        return claim instanceof Collection<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.toCollection(LinkedHashSet::new))
                : Set.of();
    }
}
