package org.lianzhi.model;

import java.util.Arrays;
import java.util.Locale;

/** In which role somebody acts. The first six are roles of the sign-in; the others never sign in. */
public enum Role {
    OFFICER,
    LEAD,
    LABORATORY,
    SUPERVISOR,
    ADMINISTRATOR,
    /** From outside the sides; reads what a side grants, and nothing by the role alone. */
    INSPECTOR,
    CITIZEN,
    POLICY;

    /** The name on the wire and in the sign-in's {@code roles} claim. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role of(String code) {
        return Arrays.stream(values())
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such role: " + code));
    }
}
