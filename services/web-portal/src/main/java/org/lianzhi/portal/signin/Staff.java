package org.lianzhi.portal.signin;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The signed-in member of staff, as the header names them.
 *
 * @param office the name of the bureau, laboratory or department
 * @param side {@code hn} or {@code gx}; absent for whoever belongs to neither
 * @param roles as in the identity provider: officer, lead, laboratory, supervisor, administrator
 */
public record Staff(String name, String office, @Nullable String side, Set<String> roles) {

    /** Whether only samples are for this person. */
    public boolean analyses() {
        return roles.contains("laboratory") && !roles.contains("officer") && !roles.contains("lead");
    }

    /** An administrator alone sees neither reports nor cases. */
    public boolean handlesMatters() {
        return roles.stream().anyMatch(role -> !role.equals("administrator"));
    }

    /** Somebody from outside, who reads what was granted. */
    public boolean inspects() {
        return roles.contains("inspector");
    }

    /** Decides for the office what others of it only do. */
    public boolean leads() {
        return roles.contains("lead");
    }

    public boolean supervises() {
        return roles.contains("supervisor");
    }
}
