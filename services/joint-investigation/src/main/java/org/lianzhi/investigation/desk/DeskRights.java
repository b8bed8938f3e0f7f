package org.lianzhi.investigation.desk;

import org.lianzhi.investigation.casework.CaseRights;
import org.lianzhi.investigation.casework.CaseStreams;
import org.lianzhi.investigation.domain.JointCase;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.Actor;
import org.lianzhi.model.Role;
import org.springframework.stereotype.Component;

/** Who may see and use what lies on the desks: officers of the office that acts. */
@Component
class DeskRights {

    private final CaseStreams cases;

    DeskRights(CaseStreams cases) {
        this.cases = cases;
    }

    /** @throws NotForYou for everybody else */
    JointCase require(SignedIn who, String caseId) {
        JointCase joint = cases.loadFor(who.side(), caseId).joint();
        CaseRights.requireOfficer(who, joint);
        return joint;
    }

    static Actor actor(SignedIn who) {
        return who.as(who.is(Role.LEAD) ? Role.LEAD : Role.OFFICER);
    }
}
