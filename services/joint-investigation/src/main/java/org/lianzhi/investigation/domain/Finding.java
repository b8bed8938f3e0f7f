package org.lianzhi.investigation.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.CaseEvent.FindingConfirmed;
import org.lianzhi.model.CaseEvent.FindingDissented;
import org.lianzhi.model.CaseEvent.FindingProposed;
import org.lianzhi.model.CaseEvent.FindingWithdrawn;

/**
 * A finding: one side's proposal and what each side says of it.
 *
 * @param answer the other side's last word, a confirmation or a dissent
 * @param withdrawn by the side that proposed it
 * @param alone whether the other side had declined to take part
 */
public record Finding(
        Noted<FindingProposed> proposal,
        Optional<Noted<? extends CaseEvent>> answer,
        Optional<Noted<FindingWithdrawn>> withdrawn,
        boolean alone) {

    /** What the two records say together. */
    public enum State {
        PROPOSED,
        AGREED,
        DISSENTED,
        WITHDRAWN;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public static List<Finding> allOf(JointCase joint) {
        return joint.all(FindingProposed.class)
                .map(proposal -> of(joint, proposal))
                .toList();
    }

    private static Finding of(JointCase joint, Noted<FindingProposed> proposal) {
        String digest = proposal.event().digest();
        SideRecord other = joint.other(proposal.side());
        return new Finding(
                proposal,
                answers(other, digest).reduce((earlier, later) -> later),
                joint.recordOf(proposal.side())
                        .all(FindingWithdrawn.class)
                        .filter(withdrawn -> withdrawn.event().digest().equals(digest))
                        .findFirst(),
                CaseRules.hasDeclined(joint, other.side()));
    }

    private static Stream<Noted<? extends CaseEvent>> answers(SideRecord other, String digest) {
        return other.entries().stream().filter(entry -> switch (entry.event()) {
            case FindingConfirmed confirmed -> confirmed.digest().equals(digest);
            case FindingDissented dissented -> dissented.digest().equals(digest);
            case CaseEvent unrelated -> false;
        });
    }

    public String id() {
        return proposal.event().finding();
    }

    /** A confirmation that crossed with a withdrawal stands; the withdrawal then counts as dissent. */
    public State state() {
        boolean confirmed =
                answer.filter(said -> said.event() instanceof FindingConfirmed).isPresent();
        if (withdrawn.isPresent()) {
            return confirmed ? State.DISSENTED : State.WITHDRAWN;
        }
        if (answer.isPresent()) {
            return confirmed ? State.AGREED : State.DISSENTED;
        }
        return State.PROPOSED;
    }

    /** Whether nobody is waited for any more: both have spoken, or the one that is left has. */
    boolean isSettled() {
        return switch (state()) {
            case AGREED, DISSENTED -> withdrawn.isEmpty();
            case PROPOSED -> alone;
            case WITHDRAWN -> false;
        };
    }

    /** Proposed or answered in an epoch: what was found before a reopening does not say why there was one. */
    boolean isOf(int epoch) {
        return proposal.event().epoch() == epoch
                || answer.filter(said -> epochOf(said.event()) == epoch).isPresent();
    }

    private static int epochOf(CaseEvent answer) {
        return switch (answer) {
            case FindingConfirmed confirmed -> confirmed.epoch();
            case FindingDissented dissented -> dissented.epoch();
            case CaseEvent noAnswer -> throw new IllegalArgumentException("no answer to a finding");
        };
    }

    /** The last finding that measures and closure can rest on. */
    static Optional<Finding> settledIn(JointCase joint) {
        return allOf(joint).stream().filter(Finding::isSettled).reduce((earlier, later) -> later);
    }

    static boolean isSettledIn(JointCase joint, int epoch) {
        return allOf(joint).stream().anyMatch(finding -> finding.isSettled() && finding.isOf(epoch));
    }
}
