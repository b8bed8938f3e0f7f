package org.lianzhi.notification.matter;

import java.time.Instant;
import org.lianzhi.journal.IncomingEvent;

/**
 * What is needed to tell of an event; {@code json} as on the topic.
 *
 * @param version of its record
 */
record ToTell(String event, String type, String side, long version, Instant at, String actor, String json) {

    static ToTell of(IncomingEvent event) {
        return new ToTell(
                event.id(),
                event.type(),
                event.stream().side(),
                event.version(),
                event.at(),
                event.actor(),
                event.json());
    }
}
