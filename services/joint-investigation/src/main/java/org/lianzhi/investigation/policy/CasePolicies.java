package org.lianzhi.investigation.policy;

import java.time.Clock;
import java.time.Instant;
import org.lianzhi.investigation.casework.CaseStreams;
import org.lianzhi.investigation.casework.Casework;
import org.lianzhi.investigation.domain.CaseCommand;
import org.lianzhi.investigation.domain.CaseCommand.Join;
import org.lianzhi.investigation.domain.CaseCommand.NoteClosure;
import org.lianzhi.journal.IncomingEvent;
import org.lianzhi.journal.Intent;
import org.lianzhi.journal.Reaction;
import org.lianzhi.model.Actor;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.CaseEvent.CaseJoined;
import org.lianzhi.model.CaseEvent.CaseOpened;
import org.lianzhi.model.CaseEvent.ClosureSigned;
import org.lianzhi.model.CaseEvent.ClosureWithdrawn;
import org.lianzhi.model.Side;
import org.lianzhi.model.wire.EventJson;
import org.lianzhi.territory.Territory;

/** What each hosted side does about what stands in either record. */
final class CasePolicies implements Reaction {

    private final Casework casework;
    private final CaseStreams streams;
    private final Deadlines deadlines;
    private final Territory territory;
    private final Clock clock;

    CasePolicies(Casework casework, CaseStreams streams, Deadlines deadlines, Territory territory, Clock clock) {
        this.casework = casework;
        this.streams = streams;
        this.deadlines = deadlines;
        this.territory = territory;
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
            case ClosureSigned signed -> forParties(event, "closing", new NoteClosure());
            case ClosureWithdrawn withdrawn -> forParties(event, "closing", new NoteClosure());
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
        streams.load(event.stream().id()).joint().parties().stream()
                .filter(streams.hosted()::contains)
                .forEach(side -> act(event, policy, side, command));
    }

    private void act(IncomingEvent event, String policy, Side side, CaseCommand command) {
        casework.act(
                Intent.policy(event.id(), policy, Actor.policy(side, policy).written(), clock.instant()),
                event.stream().id(),
                side,
                command);
    }
}
