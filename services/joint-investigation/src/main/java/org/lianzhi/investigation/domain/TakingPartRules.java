package org.lianzhi.investigation.domain;

import java.util.List;
import java.util.Set;
import org.lianzhi.investigation.domain.CaseCommand.Acknowledge;
import org.lianzhi.investigation.domain.CaseCommand.Decline;
import org.lianzhi.investigation.domain.CaseCommand.Join;
import org.lianzhi.investigation.domain.CaseCommand.MissAcknowledgement;
import org.lianzhi.investigation.domain.CaseCommand.Open;
import org.lianzhi.investigation.domain.SideRecord.Stand;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.CaseEvent.AcknowledgementMissed;
import org.lianzhi.model.CaseEvent.CaseAcknowledged;
import org.lianzhi.model.CaseEvent.CaseDeclined;
import org.lianzhi.model.CaseEvent.CaseJoined;
import org.lianzhi.model.CaseEvent.CaseOpened;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.model.Side;

/** Who takes part. Nobody is made to: a side that declines is left out, and that stays visible. */
final class TakingPartRules {

    private static final Set<String> REASONS =
            Set.of("no-cross-border-effect", "not-competent", "already-handled", "other");

    private TakingPartRules() {}

    static List<CaseEvent> decide(JointCase joint, Side side, CaseCommand.AboutTakingPart command) {
        return switch (command) {
            case Open open -> open(joint, side, open.facts());
            case Join join -> join(joint, side, join);
            case Acknowledge acknowledge -> acknowledge(joint, side);
            case Decline decline -> decline(joint, side, decline);
            case MissAcknowledgement miss -> miss(joint.recordOf(side), miss);
        };
    }

    private static List<CaseEvent> open(JointCase joint, Side side, CaseOpened facts) {
        if (joint.opening().isPresent()) {
            return List.of();
        }
        if (facts.lead().equals(facts.counterpart())) {
            throw new RuleViolated("case.one-side-only", facts.lead());
        }
        if (!side.equals(facts.lead()) && !side.equals(facts.counterpart())) {
            throw new RuleViolated("case.not-a-party", side);
        }
        return List.of(facts);
    }

    private static List<CaseEvent> join(JointCase joint, Side side, Join join) {
        if (!joint.recordOf(side).is(Stand.NOT_JOINED)) {
            return List.of();
        }
        return List.of(
                new CaseJoined(bureau(joint, side), join.acknowledgeBy(), join.acknowledgeRule(), joint.epoch()));
    }

    private static List<CaseEvent> acknowledge(JointCase joint, Side side) {
        SideRecord own = joint.recordOf(side);
        if (own.is(Stand.ACKNOWLEDGED)) {
            return List.of();
        }
        requireJoined(own);
        CaseRules.requireOpen(joint, side);
        return List.of(new CaseAcknowledged(bureau(joint, side)));
    }

    private static List<CaseEvent> decline(JointCase joint, Side side, Decline decline) {
        SideRecord own = joint.recordOf(side);
        if (!REASONS.contains(decline.reason())) {
            throw new RuleViolated("case.reason-unknown");
        }
        CaseDeclined declined = new CaseDeclined(
                decline.reason(), CaseRules.words("explanation", decline.explanation(), CaseRules.WORDS_AT_LEAST));
        if (own.is(Stand.DECLINED)) {
            return List.of();
        }
        requireJoined(own);
        CaseRules.requireOpen(joint, side);
        return List.of(declined);
    }

    private static List<CaseEvent> miss(SideRecord own, MissAcknowledgement miss) {
        boolean due = own.is(Stand.ASKED)
                && own.acknowledgeBy().filter(by -> !miss.at().isBefore(by)).isPresent();
        return due ? List.of(new AcknowledgementMissed(own.acknowledgeBy().orElseThrow())) : List.of();
    }

    private static void requireJoined(SideRecord own) {
        if (own.is(Stand.NOT_JOINED)) {
            throw new RuleViolated("case.not-joined");
        }
    }

    private static String bureau(JointCase joint, Side side) {
        return joint.bureauOf(side).orElseThrow();
    }
}
