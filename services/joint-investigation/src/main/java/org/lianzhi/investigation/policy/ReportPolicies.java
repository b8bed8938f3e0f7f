package org.lianzhi.investigation.policy;

import java.time.Clock;
import java.time.Instant;
import org.lianzhi.investigation.casework.CaseStreams;
import org.lianzhi.investigation.casework.Casework;
import org.lianzhi.investigation.domain.CaseCommand.Open;
import org.lianzhi.investigation.domain.CaseCommand.Reopen;
import org.lianzhi.investigation.domain.JointCase;
import org.lianzhi.journal.IncomingEvent;
import org.lianzhi.journal.Intent;
import org.lianzhi.journal.Reaction;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.model.Actor;
import org.lianzhi.model.CaseEvent.CaseOpened;
import org.lianzhi.model.ReportEvent.AcceptedAsCrossBorder;
import org.lianzhi.model.ReportEvent.FixContested;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.model.Side;
import org.lianzhi.model.wire.EventJson;
import org.lianzhi.territory.Territory;

/** What a side does about its own reports. */
final class ReportPolicies implements Reaction {

    private static final String NOT_FIXED = "not-fixed";

    /** Nothing of what the reporter wrote crosses the border: pages say it in their own words. */
    private static final String CONTESTED = "fix-contested";

    private final Casework casework;
    private final CaseStreams streams;
    private final ReadModel<ReportLink> links;
    private final Territory territory;
    private final Clock clock;

    ReportPolicies(
            Casework casework, CaseStreams streams, ReadModel<ReportLink> links, Territory territory, Clock clock) {
        this.casework = casework;
        this.streams = streams;
        this.links = links;
        this.territory = territory;
        this.clock = clock;
    }

    @Override
    public void on(IncomingEvent event) {
        Side side = new Side(event.stream().side());
        if (!event.stream().kind().equals("report") || !streams.hosted().contains(side)) {
            return;
        }
        switch (EventJson.read(event.type(), event.data()).orElse(null)) {
            case AcceptedAsCrossBorder accepted -> open(event, side, accepted);
            case FixContested contested -> reopen(event, side);
            case null, default -> {}
        }
    }

    private void open(IncomingEvent event, Side side, AcceptedAsCrossBorder accepted) {
        casework.act(
                intent(event, "opening", side),
                ReportLinks.caseOf(event),
                side,
                new Open(new CaseOpened(
                        accepted.agreement(),
                        accepted.agreementVersion(),
                        accepted.lead(),
                        accepted.leadBureau(),
                        accepted.counterpart(),
                        accepted.counterpartBureau(),
                        accepted.ground(),
                        accepted.summary(),
                        acknowledgeBy(territory, accepted.agreement(), event.at()),
                        Deadlines.ACKNOWLEDGE,
                        1)));
    }

    static Instant acknowledgeBy(Territory territory, String agreement, Instant from) {
        return territory
                .agreement(agreement)
                .orElseThrow(() -> new RuleViolated("case.agreement-unknown", agreement))
                .due(Deadlines.ACKNOWLEDGE, from);
    }

    /**
     * Only a case that is closed can be opened again; before that the contradiction changes nothing that is not open. Nor
     * does it say anything of an end that came after it: two reporters contradict the same end, and when the second of
     * them comes again, the case may have been opened and closed once more.
     */
    private void reopen(IncomingEvent event, Side side) {
        links.find(event.stream().toString())
                .map(link -> link.state().caseId())
                .filter(caseId -> hadEnded(event, side, streams.load(caseId).joint()))
                .ifPresent(caseId ->
                        casework.act(intent(event, "reopening", side), caseId, side, new Reopen(NOT_FIXED, CONTESTED)));
    }

    private static boolean hadEnded(IncomingEvent event, Side side, JointCase joint) {
        return joint.takingPart().contains(side)
                && joint.endedFor(side).filter(event.at()::isAfter).isPresent();
    }

    private Intent intent(IncomingEvent event, String policy, Side side) {
        return Intent.policy(event.id(), policy, Actor.policy(side, policy).written(), clock.instant());
    }
}
