package org.lianzhi.notification.matter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who deals with a case or a report.
 *
 * @param openedBy side whose record says so; empty as long as the opening was not received
 * @param parties empty as long as the opening was not received
 * @param designated offices that a side made deal with it instead, those of each side in its order. None is forgotten: an
 *     event that comes again tells whom it told when it came first
 */
public record Matter(String openedBy, List<Participant> parties, List<Designation> designated) {

    static final Matter UNKNOWN = new Matter("", List.of(), List.of());

    /** A bureau that takes part. */
    public record Participant(String side, String bureau) {}

    /**
     * An office that deals with the matter from there on.
     *
     * @param version at which the matter's own record says so; null where another record says it
     * @param at when another record said so; documents of an earlier version have neither, and it counts from the beginning
     */
    public record Designation(
            String side,
            String bureau,
            @Nullable Long version,
            @Nullable Instant at) {

        private boolean isBefore(ToTell event) {
            return version != null ? version < event.version() : at == null || !at.isAfter(event.at());
        }
    }

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

    Matter designating(Designation office) {
        List<Designation> all = new ArrayList<>(designated);
        all.add(office);
        // Which side's record came first does not matter.
        all.sort(Comparator.comparing(Designation::side));
        return new Matter(openedBy, parties, all);
    }

    /** The office that dealt with the matter for a party when something happened. */
    Participant toldFor(Participant party, ToTell event) {
        return designated.reversed().stream()
                .filter(office -> office.side().equals(party.side()))
                .filter(office -> office.isBefore(event))
                .findFirst()
                .map(office -> new Participant(office.side(), office.bureau()))
                .orElse(party);
    }

    /** All offices that have ever dealt with the matter for a party. */
    Set<String> officesOf(Participant party) {
        Set<String> offices = new TreeSet<>(Set.of(party.bureau()));
        designated.stream()
                .filter(office -> office.side().equals(party.side()))
                .map(Designation::bureau)
                .forEach(offices::add);
        return offices;
    }
}
