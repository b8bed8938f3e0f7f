package org.lianzhi.investigation.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lianzhi.investigation.domain.CaseCommand.NoteClosure;
import org.lianzhi.investigation.domain.CaseCommand.Reopen;
import org.lianzhi.investigation.domain.CaseCommand.SignClosure;
import org.lianzhi.investigation.domain.CaseCommand.WithdrawSignature;
import org.lianzhi.investigation.domain.SideRecord.Stand;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.CaseEvent.CaseClosed;
import org.lianzhi.model.CaseEvent.CaseReopened;
import org.lianzhi.model.CaseEvent.ClosureSigned;
import org.lianzhi.model.CaseEvent.ClosureWithdrawn;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.model.Side;

/** The end of a case: the same content signed in both records. */
final class ClosureRules {

    static final String SHAM = "sham-rectification";

    private static final Set<String> REASONS = Set.of("not-fixed", SHAM, "repeat-after-rain", "new-facts");

    /** Reason of a reopening that a withdrawal brought about because it crossed with the other signature. */
    static final String WITHDRAWN = "signature-withdrawn";

    private ClosureRules() {}

    static List<CaseEvent> decide(JointCase joint, Side side, CaseCommand.AboutClosure command) {
        Closure closure = Closure.of(joint);
        return switch (command) {
            case SignClosure sign -> sign(joint, closure, side, sign);
            case WithdrawSignature withdraw -> withdraw(closure, side, withdraw);
            case NoteClosure note -> note(joint, closure, side);
            case Reopen reopen -> reopen(joint, closure, side, reopen);
        };
    }

    private static List<CaseEvent> sign(JointCase joint, Closure closure, Side side, SignClosure command) {
        if (!Closure.OUTCOMES.contains(command.outcome())) {
            throw new RuleViolated("case.closure.outcome-unknown");
        }
        if (closure.isClosed()) {
            throw new RuleViolated("case.closed");
        }
        requireTakesPart(joint, side);
        if (Silence.isConcluded(joint, side)) {
            throw new RuleViolated("case.record-concluded");
        }
        Optional<ClosureSigned> own =
                closure.signatureOf(side).filter(closure::isCurrent).map(Noted::event);
        if (own.filter(signed -> signed.outcome().equals(command.outcome())).isPresent()) {
            return List.of();
        }
        if (own.isPresent()) {
            throw new RuleViolated("case.closure.signed");
        }
        CaseRules.requireSame(closure.content(), command.digest());
        closure.blockers(command.outcome()).stream().findFirst().ifPresent(code -> {
            throw new RuleViolated(code);
        });
        requireSameOutcome(joint, closure, side, command.outcome());
        return List.of(new ClosureSigned(closure.digest(command.outcome()), command.outcome(), closure.epoch()));
    }

    static void requireTakesPart(JointCase joint, Side side) {
        if (!joint.recordOf(side).is(Stand.ACKNOWLEDGED)) {
            throw new RuleViolated(CaseRules.hasDeclined(joint, side) ? "case.declined" : "case.not-acknowledged");
        }
    }

    private static void requireSameOutcome(JointCase joint, Closure closure, Side side, String outcome) {
        closure.signatureOf(joint.other(side).side())
                .filter(closure::isCurrent)
                .map(theirs -> theirs.event().outcome())
                .filter(theirs -> !theirs.equals(outcome))
                .ifPresent(theirs -> {
                    throw new RuleViolated("case.closure.other-outcome", theirs);
                });
    }

    private static List<CaseEvent> withdraw(Closure closure, Side side, WithdrawSignature command) {
        String reasons = CaseRules.reasons(command.reasons());
        if (closure.isClosed()) {
            throw new RuleViolated("case.closed");
        }
        ClosureSigned own = closure.signatureOf(side)
                .orElseThrow(() -> new RuleViolated("case.closure.not-signed"))
                .event();
        CaseRules.requireSame(own.digest(), command.digest());
        return List.of(new ClosureWithdrawn(own.digest(), reasons, own.epoch()));
    }

    /** What this side's record does not say yet of what both records say together. */
    static List<CaseEvent> note(JointCase joint, Closure closure, Side side) {
        SideRecord own = joint.recordOf(side);
        List<CaseEvent> missing = new ArrayList<>();
        if (own.is(Stand.DECLINED)) {
            return missing;
        }
        for (Closure.End end : closure.ends()) {
            CaseClosed closed = new CaseClosed(end.digest(), end.outcome(), end.epoch());
            if (!own.holds(closed)) {
                missing.add(closed);
                ownWithdrawal(own, end).ifPresent(missing::add);
            }
        }
        return missing;
    }

    private static Optional<CaseEvent> ownWithdrawal(SideRecord own, Closure.End end) {
        return own.all(ClosureWithdrawn.class)
                .filter(withdrawn -> withdrawn.event().digest().equals(end.digest()))
                .<CaseEvent>map(withdrawn ->
                        new CaseReopened(WITHDRAWN, withdrawn.event().reasons(), end.epoch() + 1))
                .findFirst();
    }

    private static List<CaseEvent> reopen(JointCase joint, Closure closure, Side side, Reopen command) {
        if (!REASONS.contains(command.reason())) {
            throw new RuleViolated("case.reason-unknown");
        }
        String explanation = CaseRules.words("explanation", command.explanation(), CaseRules.WORDS_AT_LEAST);
        requireTakesPart(joint, side);
        if (closure.isClosed()) {
            List<CaseEvent> events = new ArrayList<>(note(joint, closure, side));
            events.add(new CaseReopened(command.reason(), explanation, closure.epoch() + 1));
            return events;
        }
        if (Silence.isConcluded(joint, side)) {
            return List.of(new CaseReopened(command.reason(), explanation, closure.epoch() + 1));
        }
        // The other side was faster: one reopening is enough for both.
        if (closure.epoch() > 1) {
            return List.of();
        }
        throw new RuleViolated("case.not-closed");
    }
}
