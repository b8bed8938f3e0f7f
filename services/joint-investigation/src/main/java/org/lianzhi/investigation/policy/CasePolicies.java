package org.lianzhi.investigation.policy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.lianzhi.investigation.casework.CaseAgreements;
import org.lianzhi.investigation.casework.CaseStreams;
import org.lianzhi.investigation.casework.Casework;
import org.lianzhi.investigation.domain.CaseCommand;
import org.lianzhi.investigation.domain.CaseCommand.Join;
import org.lianzhi.investigation.domain.CaseCommand.LinkCase;
import org.lianzhi.investigation.domain.CaseCommand.NoteClosure;
import org.lianzhi.investigation.domain.CaseCommand.PlanAfterChecks;
import org.lianzhi.investigation.domain.CaseCommand.UnlinkCase;
import org.lianzhi.investigation.domain.JointCase;
import org.lianzhi.investigation.domain.Links;
import org.lianzhi.investigation.domain.SideRecord;
import org.lianzhi.journal.IncomingEvent;
import org.lianzhi.journal.Intent;
import org.lianzhi.journal.Reaction;
import org.lianzhi.model.Actor;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.CaseEvent.AfterCheckPlanned;
import org.lianzhi.model.CaseEvent.CaseDeclined;
import org.lianzhi.model.CaseEvent.CaseJoined;
import org.lianzhi.model.CaseEvent.CaseLinked;
import org.lianzhi.model.CaseEvent.CaseOpened;
import org.lianzhi.model.CaseEvent.CaseUnlinked;
import org.lianzhi.model.CaseEvent.ClosureSigned;
import org.lianzhi.model.CaseEvent.ClosureWithdrawn;
import org.lianzhi.model.CaseEvent.HeavyRainRecorded;
import org.lianzhi.model.CaseEvent.MeasureVerified;
import org.lianzhi.model.Role;
import org.lianzhi.model.Side;
import org.lianzhi.model.wire.EventJson;
import org.lianzhi.territory.Territory;

/** What each hosted side does about what stands in either record. */
final class CasePolicies implements Reaction {

    /** Id of the rule in an agreement's data; an agreement need not have it. */
    private static final String AFTER_CHECK = "after-check";

    private final Casework casework;
    private final CaseStreams streams;
    private final Deadlines deadlines;
    private final Territory territory;
    private final CaseAgreements agreements;
    private final Clock clock;

    CasePolicies(
            Casework casework,
            CaseStreams streams,
            Deadlines deadlines,
            Territory territory,
            CaseAgreements agreements,
            Clock clock) {
        this.casework = casework;
        this.streams = streams;
        this.deadlines = deadlines;
        this.territory = territory;
        this.agreements = agreements;
        this.clock = clock;
    }

    @Override
    public void on(IncomingEvent event) {
        if (EventJson.read(event.type(), event.data()).orElse(null) instanceof CaseEvent said) {
            on(event, said);
        }
    }

    private void on(IncomingEvent event, CaseEvent said) {
        switch (said) {
            case CaseOpened opened -> {
                deadlines.set(event.stream(), opened.acknowledgeBy());
                join(event, opened);
            }
            case CaseJoined joined -> deadlines.set(event.stream(), joined.acknowledgeBy());
            case MeasureVerified verified -> planAfterChecks(event);
            // What all who are left have verified is accepted with the word of the one that leaves.
            case CaseDeclined declined -> planAfterChecks(event);
            case AfterCheckPlanned planned -> deadlines.setAfterCheck(event.stream(), planned.dueAt());
            // It rained for both: whichever side has to look again sets its own clock.
            case HeavyRainRecorded rain ->
                parties(event)
                        .forEach(side -> deadlines.setAfterCheck(
                                streams.stream(event.stream().id(), side), rain.dueAt()));
            case ClosureSigned signed -> forParties(event, "closing", new NoteClosure());
            case ClosureWithdrawn withdrawn -> forParties(event, "closing", new NoteClosure());
            case CaseLinked linked -> linkBack(event, linked);
            case CaseUnlinked unlinked -> unlinkBack(event, unlinked);
            case CaseEvent nothingToDo -> {}
        }
    }

    private void join(IncomingEvent event, CaseOpened opened) {
        Side opener = new Side(event.stream().side());
        Side other = opener.equals(opened.lead()) ? opened.counterpart() : opened.lead();
        if (streams.hosted().contains(other)) {
            // The own clock starts when the opening is seen: the link between two deployments may have been down.
            Instant now = clock.instant();
            Instant by = ReportPolicies.acknowledgeBy(territory, opened.agreement(), now);
            act(event, "joining", other, new Join(by, Deadlines.ACKNOWLEDGE));
        }
    }

    private void forParties(IncomingEvent event, String policy, CaseCommand command) {
        parties(event).forEach(side -> act(event, policy, side, command));
    }

    /** The parties that are hosted here. */
    private List<Side> parties(IncomingEvent event) {
        return streams.load(event.stream().id()).joint().parties().stream()
                .filter(streams.hosted()::contains)
                .toList();
    }

    private void planAfterChecks(IncomingEvent event) {
        agreements
                .due(event.stream().id(), AFTER_CHECK, event.at())
                .ifPresent(dueAt -> forParties(event, "after-check", new PlanAfterChecks(dueAt, AFTER_CHECK)));
    }

    /**
     * The other case's record of the same side says so, too. What a policy wrote is no word of its own, and not said back. What
     * was taken back since, in either record, is not said any more: the event may come again long after.
     */
    private void linkBack(IncomingEvent event, CaseLinked linked) {
        Side side = new Side(event.stream().side());
        String here = event.stream().id();
        if (!streams.hosted().contains(side) || !isByAPerson(event)) {
            return;
        }
        JointCase joint = streams.load(here).joint();
        SideRecord there = streams.load(linked.linked()).joint().recordOf(side);
        if (Links.hold(joint.recordOf(side), linked.linked()) && !Links.changedSince(there, here, event.at())) {
            act(
                    event,
                    "linking",
                    linked.linked(),
                    side,
                    new LinkCase(linked.linked(), here, joint, linked.kind(), linked.reason()));
        }
    }

    /** Unless the two were linked again. */
    private void unlinkBack(IncomingEvent event, CaseUnlinked unlinked) {
        Side side = new Side(event.stream().side());
        String here = event.stream().id();
        if (streams.hosted().contains(side)
                && isByAPerson(event)
                && !Links.hold(streams.load(here).joint().recordOf(side), unlinked.linked())
                && Links.hold(streams.load(unlinked.linked()).joint().recordOf(side), here)) {
            act(event, "linking", unlinked.linked(), side, new UnlinkCase(here, unlinked.reason()));
        }
    }

    private static boolean isByAPerson(IncomingEvent event) {
        return Actor.parse(event.actor()).role() != Role.POLICY;
    }

    private void act(IncomingEvent event, String policy, Side side, CaseCommand command) {
        act(event, policy, event.stream().id(), side, command);
    }

    private void act(IncomingEvent event, String policy, String caseId, Side side, CaseCommand command) {
        casework.act(
                Intent.policy(event.id(), policy, Actor.policy(side, policy).written(), clock.instant()),
                caseId,
                side,
                command);
    }
}
