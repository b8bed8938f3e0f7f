package org.lianzhi.investigation.casepage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.domain.JointCase;
import org.lianzhi.investigation.domain.Jurisdiction;
import org.lianzhi.investigation.domain.Noted;
import org.lianzhi.model.CaseEvent.DecisionReceived;
import org.lianzhi.model.CaseEvent.JurisdictionStated;
import org.lianzhi.model.Ground;
import org.lianzhi.model.Photo;
import org.lianzhi.model.Side;

/**
 * Who leads, and how each side sees it.
 *
 * @param state code: {@code open}, {@code agreed}, {@code decided} or {@code disputed}
 * @param settledAt null while it is not settled
 * @param proposed by the rule
 * @param reason the ground on which the rule decides
 * @param grounds what the records tell for each side
 * @param positions by side, the last of each
 * @param decisions from above, by the side that entered them
 */
record JurisdictionView(
        String state,
        @Nullable Instant settledAt,
        Side proposed,
        Ground reason,
        Map<String, List<Ground>> grounds,
        Map<String, PositionView> positions,
        Map<String, DecisionView> decisions) {

    record PositionView(
            Side lead,
            List<Ground> grounds,
            String explanation,
            Instant at,
            @Nullable Instant answerBy) {}

    record DecisionView(
            String digest,
            String issuer,
            String number,
            LocalDate decidedOn,
            Side lead,
            List<Photo> pages,
            Instant at) {}

    static JurisdictionView of(JointCase joint) {
        Jurisdiction jurisdiction = Jurisdiction.of(joint);
        Map<String, List<Ground>> grounds = new TreeMap<>();
        jurisdiction.grounds().forEach((side, of) -> grounds.put(side.code(), of));
        Map<String, PositionView> positions = new TreeMap<>();
        jurisdiction.positions().forEach((side, said) -> positions.put(side.code(), position(said)));
        Map<String, DecisionView> decisions = new TreeMap<>();
        jurisdiction.decisions().forEach((side, said) -> decisions.put(side.code(), decision(said)));
        Jurisdiction.Proposal proposal = jurisdiction.proposal();
        return new JurisdictionView(
                jurisdiction.state().code(),
                jurisdiction.settledAt().orElse(null),
                proposal.lead(),
                proposal.reason(),
                grounds,
                positions,
                decisions);
    }

    private static PositionView position(Noted<JurisdictionStated> said) {
        JurisdictionStated event = said.event();
        return new PositionView(event.lead(), event.grounds(), event.explanation(), said.at(), event.answerBy());
    }

    private static DecisionView decision(Noted<DecisionReceived> said) {
        DecisionReceived event = said.event();
        return new DecisionView(
                event.digest(),
                event.issuer(),
                event.number(),
                event.decidedOn(),
                event.lead(),
                event.pages(),
                said.at());
    }
}
