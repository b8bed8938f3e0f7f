package org.lianzhi.intake.place;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.domain.GivenPlace;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.model.Side;
import org.lianzhi.territory.Agreement;
import org.lianzhi.territory.County;
import org.lianzhi.territory.Located;
import org.lianzhi.territory.Territory;

/**
 * Which bureau looks into a report first. This decides who reads it, not who is competent: in the border zone it is a
 * suggestion that an officer confirms.
 */
public final class Routing {

    private final Territory territory;
    private final Map<String, String> fallback;

    /** @param fallback bureau by side for places in no county of the data */
    public Routing(Territory territory, Map<String, String> fallback) {
        this.territory = territory;
        this.fallback = Map.copyOf(fallback);
        fallback.forEach((side, bureau) -> {
            if (!territory.sideOfBureau(bureau).equals(Optional.of(new Side(side)))) {
                throw new IllegalArgumentException(
                        "lianzhi.intake.fallback." + side + ": no bureau of it is " + bureau);
            }
        });
    }

    /** @param county GB/T 2260; null where the point lies in no county of the data */
    public record Route(
            Agreement agreement,
            Side side,
            String bureau,
            @Nullable String county,
            boolean inBorderZone) {

        /** The same place, and read by an office that has taken the report down. */
        public Route readBy(Side taker, String office) {
            return new Route(agreement, taker, office, county, inBorderZone);
        }
    }

    /**
     * Where a side has agreements with several neighbours, the one on whose border the place lies; then one that names its
     * county.
     *
     * @throws RuleViolated {@code report.incomplete} for a place outside of all agreements
     */
    public Route route(GivenPlace place) {
        return territory
                .agreements()
                .flatMap(agreement -> route(agreement, place).stream())
                .max(Comparator.comparing(Route::inBorderZone).thenComparing(route -> route.county() != null))
                .orElseThrow(() -> new RuleViolated("report.incomplete", "affectedWater:outside"));
    }

    private Optional<Route> route(Agreement agreement, GivenPlace place) {
        Optional<Located> located = locate(agreement, place);
        boolean inBorderZone = located.map(Located::inBorderZone).orElse(false);
        Optional<County> county = located.flatMap(Located::county).or(() -> chosen(agreement, place));
        if (county.isPresent()) {
            County in = county.get();
            return Optional.of(new Route(agreement, in.side(), in.branch().code(), in.code(), inBorderZone));
        }
        return located.flatMap(Located::side)
                .flatMap(side -> Optional.ofNullable(fallback.get(side.code()))
                        .map(bureau -> new Route(agreement, side, bureau, null, inBorderZone)));
    }

    /** The county that somebody chose, if the agreement has it. */
    public Optional<County> chosen(Agreement agreement, GivenPlace place) {
        String code = place.county();
        return code == null
                ? Optional.empty()
                : territory
                        .county(code)
                        .filter(county -> agreement.party(county.side()).isPresent());
    }

    /** Who stands in for a county of that side. */
    public Optional<String> fallback(Side side) {
        return Optional.ofNullable(fallback.get(side.code()));
    }

    /** The county in which a place is believed to lie. */
    public Optional<County> county(Agreement agreement, @Nullable GivenPlace place) {
        return place == null
                ? Optional.empty()
                : locate(agreement, place).flatMap(Located::county).or(() -> chosen(agreement, place));
    }

    /** What the map says of a pin; empty without one. */
    public Optional<Located> locate(Agreement agreement, GivenPlace place) {
        return PinnedPlace.of(place)
                .flatMap(pin -> territory
                        .locator(agreement.id())
                        .map(locator -> locator.locate(pin.latitude(), pin.longitude(), pin.accuracyM())));
    }
}
