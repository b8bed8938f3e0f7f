package org.lianzhi.investigation.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lianzhi.model.CaseEvent.InspectionAccepted;
import org.lianzhi.model.CaseEvent.InspectionDeclined;
import org.lianzhi.model.CaseEvent.InspectionProposed;
import org.lianzhi.model.CaseEvent.InspectionRecorded;
import org.lianzhi.model.Side;

/**
 * A visit: one side's proposal, the other's answer, and what each did.
 *
 * @param accepted by the other side
 * @param declined by the other side
 * @param recordings by side; one alone shows that a side went alone
 */
public record Inspection(
        Noted<InspectionProposed> proposal,
        Optional<Noted<InspectionAccepted>> accepted,
        Optional<Noted<InspectionDeclined>> declined,
        Map<Side, Noted<InspectionRecorded>> recordings) {

    public static List<Inspection> allOf(JointCase joint) {
        return joint.all(InspectionProposed.class)
                .map(proposal -> of(joint, proposal))
                .toList();
    }

    private static Inspection of(JointCase joint, Noted<InspectionProposed> proposal) {
        String id = proposal.event().inspection();
        SideRecord other = joint.other(proposal.side());
        Map<Side, Noted<InspectionRecorded>> recordings = new TreeMap<>();
        joint.all(InspectionRecorded.class)
                .filter(recorded -> recorded.event().inspection().equals(id))
                .forEach(recorded -> recordings.put(recorded.side(), recorded));
        return new Inspection(
                proposal,
                other.all(InspectionAccepted.class)
                        .filter(answer ->
                                answer.event().digest().equals(proposal.event().digest()))
                        .findFirst(),
                other.all(InspectionDeclined.class)
                        .filter(answer ->
                                answer.event().digest().equals(proposal.event().digest()))
                        .findFirst(),
                recordings);
    }

    public String id() {
        return proposal.event().inspection();
    }

    boolean isAnswered() {
        return accepted.isPresent() || declined.isPresent();
    }
}
