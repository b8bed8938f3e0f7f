package org.lianzhi.investigation.desk;

import org.lianzhi.investigation.casework.CaseRights;
import org.lianzhi.investigation.casework.CaseStreams;
import org.lianzhi.investigation.casework.DoneBefore;
import org.lianzhi.investigation.domain.JointCase;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.Actor;
import org.lianzhi.model.Role;
import org.springframework.stereotype.Component;

/** Who may see and use what lies on the desks: officers of the office that acts. */
@Component
class DeskRights {

    private final CaseStreams cases;
    private final DoneBefore done;

    DeskRights(CaseStreams cases, DoneBefore done) {
        this.cases = cases;
        this.done = done;
    }

    /** @throws NotForYou for everybody else */
    JointCase require(SignedIn who, String caseId) {
        JointCase joint = cases.loadFor(who.side(), caseId).joint();
        CaseRights.requireOfficer(who, joint);
        return joint;
    }

    /**
     * For a command on the desk of a case.
     *
     * @throws NotForYou for everybody else, but for who has done just this before
     */
    JointCase require(SignedIn who, IdempotencyKey key, String caseId) {
        JointCase joint = cases.loadFor(who.side(), caseId).joint();
        done.orRequire(
                actor(who), key, DeskStreams.ofCase(caseId, who.side()), () -> CaseRights.requireOfficer(who, joint));
        return joint;
    }

    /** @throws NotForYou for everybody but officers */
    static Actor actor(SignedIn who) {
        return who.as(who.is(Role.LEAD) ? Role.LEAD : Role.OFFICER);
    }
}
