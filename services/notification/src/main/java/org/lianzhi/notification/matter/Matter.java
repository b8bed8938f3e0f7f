package org.lianzhi.notification.matter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lianzhi.journal.IncomingEvent;

/**
 * Who deals with a case or a report.
 *
 * @param parties empty as long as the opening was not received
 * @param early events of the other record that came before the opening, to be told once it is there. They stay: the
 *     process may die between learning of the parties and telling them
 */
public record Matter(List<Participant> parties, List<Early> early) {

    static final Matter UNKNOWN = new Matter(List.of(), List.of());

    /** A bureau that takes part. */
    public record Participant(String side, String bureau) {}

    /** What is needed to tell of an event later; {@code json} as on the topic. */
    public record Early(String event, String type, String side, Instant at, String actor, String json) {

        static Early of(IncomingEvent event) {
            return new Early(event.id(), event.type(), event.stream().side(), event.at(), event.actor(), event.json());
        }
    }

    public Matter {
        parties = List.copyOf(parties);
        early = List.copyOf(early);
    }

    boolean isKnown() {
        return !parties.isEmpty();
    }

    Matter with(IncomingEvent event) {
        List<Early> more = new ArrayList<>(early);
        more.add(Early.of(event));
        return new Matter(parties, more);
    }
}
