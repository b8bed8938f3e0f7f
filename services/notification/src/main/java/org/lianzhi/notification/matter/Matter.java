package org.lianzhi.notification.matter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Who deals with a case or a report.
 *
 * @param openedBy side whose record says so; empty as long as the opening was not received
 * @param parties empty as long as the opening was not received
 * @param designated offices that a side made deal with the case instead, the latest of each side
 */
public record Matter(String openedBy, List<Participant> parties, List<Participant> designated) {

    static final Matter UNKNOWN = new Matter("", List.of(), List.of());

    /** A bureau that takes part. */
    public record Participant(String side, String bureau) {}

    public Matter {
        parties = List.copyOf(parties);
        // Documents of an earlier version have none.
        designated = List.copyOf(Objects.requireNonNullElse(designated, List.of()));
    }

    boolean isKnown() {
        return !parties.isEmpty();
    }

    /** Should both records open the case, the same one counts wherever and in whatever order they are read. */
    Matter opened(String side, List<Participant> those) {
        return isKnown() && openedBy.compareTo(side) <= 0 ? this : new Matter(side, those, designated);
    }

    Matter designating(Participant office) {
        List<Participant> others = new ArrayList<>(designated);
        others.removeIf(other -> other.side().equals(office.side()));
        others.add(office);
        others.sort(Comparator.comparing(Participant::side));
        return new Matter(openedBy, parties, others);
    }

    /** The office of a side that is told now. */
    Participant toldFor(Participant party) {
        return designated.stream()
                .filter(office -> office.side().equals(party.side()))
                .findFirst()
                .orElse(party);
    }
}
