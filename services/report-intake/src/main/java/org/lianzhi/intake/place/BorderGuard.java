package org.lianzhi.intake.place;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.Side;
import org.lianzhi.territory.Agreement;
import org.lianzhi.territory.County;
import org.lianzhi.territory.Located;

/**
 * What may be said of the side on which places lie. Near the line that is both, with the reason: a person says which one it
 * is. What is said is never more than a proposal.
 */
public final class BorderGuard {

    private BorderGuard() {}

    /** Why a place is said to lie on the sides that are named. */
    public enum Why {
        /** Within a province, farther from the line than the border zone is wide. */
        INSIDE,
        /** Within the border zone, which is wider by as much as the position may be off. */
        NEAR_THE_LINE,
        /** Somebody chose the county. */
        CHOSEN,
        /** The pin lies in neither province. */
        OUTSIDE,
        /** There is neither a pin nor a county. */
        UNKNOWN;

        public String code() {
            return BorderGuard.code(this);
        }
    }

    /** What is proposed for all places together. */
    public enum Proposal {
        /** All lie on the own side. */
        OWN_SIDE,
        /** They lie in different provinces. */
        CROSS_BORDER,
        /** At least one lies so near the line that either side may be concerned. */
        BOTH_SIDES,
        /** All lie on another side. */
        OTHER_SIDE,
        /** Nothing says where they lie. */
        UNKNOWN;

        public String code() {
            return BorderGuard.code(this);
        }

        /** A person has to say that the matter lies on the own side before it is treated so. */
        public boolean mustBeConfirmed() {
            return this != OWN_SIDE;
        }
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * A place with what may be said of it.
     *
     * @param kind code: {@code water}, {@code outlet}, {@code facility} or {@code source}
     * @param sides on which it may lie: none, one, or both of the agreement
     * @param county GB/T 2260, a suggestion in any case; null where it lies in no county of the data
     * @param toBorderM metres to the provincial line; null without a pin
     * @param zoneM how wide the border zone is for this position; null without a pin
     */
    public record Judged(
            String kind,
            List<Side> sides,
            Why why,
            @Nullable String county,
            @Nullable Long toBorderM,
            @Nullable Long zoneM) {

        public Judged {
            sides = List.copyOf(sides);
        }

        Stream<Side> certain() {
            return sides.size() == 1 ? sides.stream() : Stream.empty();
        }
    }

    /**
     * Judges one place.
     *
     * @param located what the map says of its pin; empty without one
     * @param chosen the county that somebody chose; it counts where there is no pin
     */
    public static Judged place(String kind, Agreement agreement, Optional<Located> located, Optional<County> chosen) {
        if (located.isEmpty()) {
            return chosen.map(county -> new Judged(kind, List.of(county.side()), Why.CHOSEN, county.code(), null, null))
                    .orElseGet(() -> new Judged(kind, List.of(), Why.UNKNOWN, null, null, null));
        }
        Located there = located.get();
        String county = there.county().map(County::code).orElse(null);
        long toBorder = Math.round(there.toBorderM());
        long zone = Math.round(there.zoneM());
        if (there.inBorderZone()) {
            List<Side> both =
                    agreement.parties().stream().map(Agreement.Party::side).toList();
            return new Judged(kind, both, Why.NEAR_THE_LINE, county, toBorder, zone);
        }
        return there.side()
                .map(side -> new Judged(kind, List.of(side), Why.INSIDE, county, toBorder, zone))
                .orElseGet(() -> new Judged(kind, List.of(), Why.OUTSIDE, county, toBorder, zone));
    }

    /** Judges all places of a report together. */
    public static Proposal proposal(Side own, List<Judged> places) {
        Set<Side> certain = places.stream().flatMap(Judged::certain).collect(Collectors.toSet());
        if (certain.size() > 1) {
            return Proposal.CROSS_BORDER;
        }
        if (places.stream().anyMatch(place -> place.why() == Why.NEAR_THE_LINE)) {
            return Proposal.BOTH_SIDES;
        }
        if (certain.isEmpty()) {
            return Proposal.UNKNOWN;
        }
        return certain.contains(own) ? Proposal.OWN_SIDE : Proposal.OTHER_SIDE;
    }
}
