package org.lianzhi.kit;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.lianzhi.model.Actor;
import org.lianzhi.model.Role;
import org.lianzhi.model.Side;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who is signed in; an argument of controller methods.
 *
 * @param bureau code of the office
 * @param person opaque reference
 */
public record SignedIn(Side side, String bureau, Set<Role> roles, String person) {

    public SignedIn {
        roles = Set.copyOf(roles);
    }

    /** @throws RuntimeException when the token lacks a claim; such a token is refused before */
    static SignedIn of(Jwt token) {
        List<String> roles = Objects.requireNonNull(token.getClaimAsStringList("roles"));
        return new SignedIn(
                new Side(claim(token, "side")),
                claim(token, "bureau"),
                roles.stream().map(Role::of).collect(Collectors.toSet()),
                claim(token, "sub"));
    }

    private static String claim(Jwt token, String name) {
        return Objects.requireNonNull(token.getClaimAsString(name), name);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /**
     * As who the person acts.
     *
     * @throws NotForYou without that role
     */
    public Actor as(Role role) {
        require(role);
        return new Actor(side, bureau, role, person);
    }

    /** @throws NotForYou without any of the roles */
    public void require(Role... anyOf) {
        for (Role role : anyOf) {
            if (is(role)) {
                return;
            }
        }
        throw new NotForYou();
    }
}
