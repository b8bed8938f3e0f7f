package org.lianzhi.portal.cases;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.signin.SignedIn;
import org.lianzhi.portal.signin.Staff;
import org.springframework.security.core.Authentication;

/**
 * Who reads a page or acts on it.
 *
 * @param side empty for whoever belongs to none
 * @param bureau code of the office
 */
public record Reader(String side, String bureau, Set<String> roles) {

    public static Reader of(@Nullable Authentication signedIn) {
        Staff staff = SignedIn.staff(signedIn);
        return staff == null
                ? new Reader("", "", Set.of())
                : new Reader(Objects.requireNonNullElse(staff.side(), ""), SignedIn.bureau(signedIn), staff.roles());
    }

    public boolean isOfficer() {
        return roles.contains("officer") || roles.contains("lead");
    }

    /** Approves what an officer may not decide alone. */
    public boolean isHead() {
        return roles.contains("lead");
    }

    public boolean isLaboratory() {
        return roles.contains("laboratory");
    }

    boolean mustDo(CaseView.TurnView turn) {
        boolean role = "laboratory".equals(turn.role()) ? isLaboratory() : isOfficer();
        return role
                && turn.side().equals(side)
                && (turn.bureau() == null || turn.bureau().equals(bureau));
    }
}
