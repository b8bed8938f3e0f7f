package org.lianzhi.investigation.domain;

import java.util.HashMap;
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
        Map<String, Map<Side, Noted<InspectionRecorded>>> recordings = new HashMap<>();
        joint.all(InspectionRecorded.class)
                .forEach(recorded -> recordings
                        .computeIfAbsent(recorded.event().inspection(), any -> new TreeMap<>())
                        .put(recorded.side(), recorded));
        return joint.all(InspectionProposed.class)
                .map(proposal -> of(
                        joint.other(proposal.side()),
                        proposal,
                        recordings.getOrDefault(proposal.event().inspection(), Map.of())))
                .toList();
    }

    private static Inspection of(
            SideRecord other, Noted<InspectionProposed> proposal, Map<Side, Noted<InspectionRecorded>> recordings) {
        String digest = proposal.event().digest();
        return new Inspection(
                proposal,
                other.all(InspectionAccepted.class)
                        .filter(answer -> answer.event().digest().equals(digest))
                        .findFirst(),
                other.all(InspectionDeclined.class)
                        .filter(answer -> answer.event().digest().equals(digest))
                        .findFirst(),
                recordings);
    }

    public String id() {
        return proposal.event().inspection();
    }

    /** Proposed or accepted in an epoch. */
    boolean isOf(int epoch) {
        return proposal.event().epoch() == epoch
                || accepted.filter(answer -> answer.event().epoch() == epoch).isPresent();
    }

    boolean isAnswered() {
        return accepted.isPresent() || declined.isPresent();
    }
}
