package org.lianzhi.journal;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands events to a {@link Reaction}, whose own commands are what keeps the effect from happening twice. */
final class ReactingConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(ReactingConsumer.class);

    private final String consumer;
    private final Reaction reaction;
    private final ParkedCases parked;

    ReactingConsumer(String consumer, Reaction reaction, ParkedCases parked) {
        this.consumer = consumer;
        this.reaction = reaction;
        this.parked = parked;
    }

    void accept(List<IncomingEvent> events) {
        for (IncomingEvent event : events) {
            if (!parked.isToWait(consumer, event)) {
                react(event);
            }
        }
    }

    private void react(IncomingEvent event) {
        if (parked.leftOut(consumer, List.of(event)).test(event)) {
            LOG.warn("{}: left out {}, as was decided", consumer, event);
            return;
        }
        try {
            reaction.on(event);
        } catch (RuntimeException e) {
            if (Failures.isInfrastructure(e)) {
                throw e;
            }
            LOG.error("{}: parked {} ({})", consumer, event, e.toString());
            parked.park(consumer, event, e);
        }
    }
}
