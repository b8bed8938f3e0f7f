package org.lianzhi.investigation.casework;

import org.lianzhi.investigation.domain.JointCase;
import org.lianzhi.investigation.domain.Sample;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.Actor;
import org.lianzhi.model.Role;
import org.lianzhi.model.RuleViolated;

/** Who may see a case, and who may act on it. Everybody else is told that there is none. */
public final class CaseRights {

    private CaseRights() {}

    /** As what somebody looks at a case. */
    public enum Reader {
        OFFICER,
        /** Of the office that handled the case before another one was designated. */
        FORMER_OFFICER,
        LABORATORY,
        SUPERVISOR
    }

    /** @throws NotForYou for everybody whom the case does not concern */
    public static Reader reader(SignedIn who, JointCase joint) {
        if (isOfficer(who) && actsFor(who, joint)) {
            return Reader.OFFICER;
        }
        if (isOfficer(who) && actedFor(who, joint)) {
            return Reader.FORMER_OFFICER;
        }
        if (who.is(Role.LABORATORY) && wasSentTo(who, joint)) {
            return Reader.LABORATORY;
        }
        if (who.is(Role.SUPERVISOR) && joint.parties().contains(who.side())) {
            return Reader.SUPERVISOR;
        }
        throw new NotForYou();
    }

    /** @throws NotForYou for everybody but officers of a bureau that takes part */
    public static void requireOfficer(SignedIn who, JointCase joint) {
        if (reader(who, joint) != Reader.OFFICER) {
            throw new NotForYou();
        }
    }

    /** @throws NotForYou for everybody but officers */
    static Actor officer(SignedIn who) {
        return who.as(who.is(Role.OFFICER) ? Role.OFFICER : Role.LEAD);
    }

    /**
     * The head of the office, who approves what an officer may not decide alone.
     *
     * @throws NotForYou for everybody but officers of a bureau that takes part
     */
    static void requireHead(SignedIn who, JointCase joint) {
        requireOfficer(who, joint);
        if (!who.is(Role.LEAD)) {
            throw new RuleViolated("case.head-only");
        }
    }

    /** @throws NotForYou for everybody but the laboratory that the sample was sent to */
    static void requireLaboratory(SignedIn who, JointCase joint, String sample) {
        boolean theirs = Sample.allOf(joint).stream().anyMatch(sent -> sent.id().equals(sample) && isSentTo(who, sent));
        if (!theirs) {
            throw new NotForYou();
        }
    }

    public static boolean isOfficer(SignedIn who) {
        return who.is(Role.OFFICER) || who.is(Role.LEAD);
    }

    private static boolean actsFor(SignedIn who, JointCase joint) {
        return joint.bureauOf(who.side())
                .filter(bureau -> bureau.equals(who.bureau()))
                .isPresent();
    }

    private static boolean actedFor(SignedIn who, JointCase joint) {
        return joint.bureauAtFirst(who.side())
                .filter(bureau -> bureau.equals(who.bureau()))
                .isPresent();
    }

    private static boolean wasSentTo(SignedIn who, JointCase joint) {
        return Sample.allOf(joint).stream().anyMatch(sample -> isSentTo(who, sample));
    }

    public static boolean isSentTo(SignedIn who, Sample sample) {
        return sample.taken().side().equals(who.side())
                && sample.laboratory()
                        .filter(laboratory -> laboratory.equals(who.bureau()))
                        .isPresent();
    }
}
