package org.lianzhi.investigation.supervision;

import java.util.List;
import org.lianzhi.investigation.casework.CaseRights;
import org.lianzhi.investigation.domain.JointCase;
import org.lianzhi.investigation.supervision.domain.Instruction;
import org.lianzhi.investigation.supervision.domain.Supervision;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.Actor;
import org.lianzhi.model.Role;

/** Who supervises, and who sees what was asked. For everybody else there is nothing. */
final class SupervisionRights {

    private SupervisionRights() {}

    /** @throws NotForYou for everybody but supervisors of a side that takes part */
    static Actor supervisor(SignedIn who, JointCase joint) {
        if (!supervises(who, joint)) {
            throw new NotForYou();
        }
        return who.as(Role.SUPERVISOR);
    }

    private static boolean supervises(SignedIn who, JointCase joint) {
        return who.is(Role.SUPERVISOR) && joint.parties().contains(who.side());
    }

    /** @throws NotForYou for everybody but officers of the office that the instruction went to */
    static Actor addressee(SignedIn who, Supervision supervision, String instruction) {
        boolean theirs = CaseRights.isOfficer(who)
                && supervision.instruction(instruction).stream()
                        .anyMatch(each -> each.office().equals(who.bureau()));
        if (!theirs) {
            throw new NotForYou();
        }
        return who.as(who.is(Role.OFFICER) ? Role.OFFICER : Role.LEAD);
    }

    /**
     * What of it somebody may see: a supervisor all of the own side's, an officer what went to the own office.
     *
     * @throws NotForYou for an officer whom neither the case nor an instruction concerns
     */
    static List<Instruction> visible(SignedIn who, JointCase joint, Supervision supervision) {
        if (supervises(who, joint)) {
            return supervision.instructions();
        }
        if (!CaseRights.isOfficer(who)) {
            throw new NotForYou();
        }
        List<Instruction> theirs = supervision.to(who.bureau());
        if (theirs.isEmpty() && !handles(who, joint, supervision)) {
            throw new NotForYou();
        }
        return theirs;
    }

    /** Supervisors, and officers whose office handles or handled the case: they see what was decided about it. */
    static boolean handles(SignedIn who, JointCase joint, Supervision supervision) {
        boolean now = supervision.designated().filter(who.bureau()::equals).isPresent();
        boolean atFirst =
                joint.bureauAtFirst(who.side()).filter(who.bureau()::equals).isPresent();
        return supervises(who, joint) || (CaseRights.isOfficer(who) && (now || atFirst));
    }
}
