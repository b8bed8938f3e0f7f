package org.lianzhi.investigation.domain;

import java.time.Instant;
import java.util.Comparator;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.Side;

/**
 * An event with whose record holds it, and when it was appended there.
 *
 * @param digest of the event as it is written there, byte for byte: what a later version of this program reads of it, or
 *     how it calls it, changes nothing of what somebody has verified
 */
public record Noted<E extends CaseEvent>(Side side, E event, Instant at, String digest) {

    /** One order for both sides, whichever record arrived first. */
    static final Comparator<Noted<?>> BY_TIME =
            Comparator.<Noted<?>, Instant>comparing(Noted::at).thenComparing(Noted::side);
}
