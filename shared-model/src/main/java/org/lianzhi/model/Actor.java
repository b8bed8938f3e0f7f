package org.lianzhi.model;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who did something, without a name: the written form is {@code side/bureau/role/person}, with {@code -} for a part that
 * does not apply, such as {@code hn/431129-branch/officer/o-7Q2M} or {@code hn/-/policy/opening}.
 *
 * @param person an opaque reference that only the person's own side can resolve; for a policy its name
 */
public record Actor(
        Side side,
        @Nullable String bureau,
        Role role,
        @Nullable String person) {

    private static final String NONE = "-";
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public Actor {
        check(bureau);
        check(person);
    }

    public static Actor policy(Side side, String name) {
        return new Actor(side, null, Role.POLICY, name);
    }

    public static Actor citizen(Side side) {
        return new Actor(side, null, Role.CITIZEN, null);
    }

    public static Actor parse(String written) {
        String[] parts = written.split("/", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("an actor is side/bureau/role/person, not " + written);
        }
        return new Actor(new Side(parts[0]), orNull(parts[1]), Role.of(parts[2]), orNull(parts[3]));
    }

    public String written() {
        return side + "/" + orNone(bureau) + "/" + role.code() + "/" + orNone(person);
    }

    private static void check(@Nullable String part) {
        if (part != null && (part.equals(NONE) || !PART.matcher(part).matches())) {
            throw new IllegalArgumentException("not a part of an actor: " + part);
        }
    }

    private static @Nullable String orNull(String part) {
        return part.equals(NONE) ? null : part;
    }

    private static String orNone(@Nullable String part) {
        return part == null ? NONE : part;
    }
}
