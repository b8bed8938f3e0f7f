package org.lianzhi.notification.matter;

import java.util.List;

/**
 * Who deals with a case or a report.
 *
 * @param openedBy side whose record says so; empty as long as the opening was not received
 * @param parties empty as long as the opening was not received
 */
public record Matter(String openedBy, List<Participant> parties) {

    static final Matter UNKNOWN = new Matter("", List.of());

    /** A bureau that takes part. */
    public record Participant(String side, String bureau) {}

    public Matter {
        parties = List.copyOf(parties);
    }

    boolean isKnown() {
        return !parties.isEmpty();
    }

    /** Should both records open the case, the same one counts wherever and in whatever order they are read. */
    Matter or(Matter opened) {
        return isKnown() && openedBy.compareTo(opened.openedBy) <= 0 ? this : opened;
    }
}
