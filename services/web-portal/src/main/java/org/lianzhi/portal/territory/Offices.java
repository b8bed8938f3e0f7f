package org.lianzhi.portal.territory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.Side;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.territory.Agreement;
import org.lianzhi.territory.Bureau;
import org.lianzhi.territory.County;
import org.lianzhi.territory.Territory;
import org.springframework.stereotype.Component;

/** The official names, in the reader's language. */
@Component
public final class Offices {

    private final Territory territory;

    Offices(Territory territory) {
        this.territory = territory;
    }

    /** Counties of one city, as a group of a list. */
    public record Group(String name, List<Choice> counties) {

        public Group {
            counties = List.copyOf(counties);
        }
    }

    /** An office's name; its code where the agreements do not know it. */
    public String office(String code, Locale locale) {
        return territory.bureau(code).map(bureau -> bureau.name().in(locale)).orElse(code);
    }

    /** Whether an office is the bureau of a city, whose branches may put papers to it. */
    public boolean isOfCity(String code) {
        return allCounties()
                .flatMap(county -> Stream.ofNullable(county.city().bureau()))
                .anyMatch(bureau -> bureau.code().equals(code));
    }

    public String county(@Nullable String code, Locale locale) {
        return code == null
                ? ""
                : county(code).map(county -> county.name().in(locale)).orElse(code);
    }

    public Optional<County> county(String code) {
        return territory.county(code);
    }

    public Optional<Agreement> agreement(String id) {
        return territory.agreement(id);
    }

    public Optional<Agreement> between(Side one, Side other) {
        return territory.between(one, other);
    }

    /** All counties of all agreements under their cities, in the order of the data. */
    public List<Group> counties(Locale locale) {
        return allCounties()
                .collect(Collectors.groupingBy(
                        county -> county.city().name().in(locale),
                        LinkedHashMap::new,
                        Collectors.mapping(
                                county -> Choice.named(
                                        county.code(), county.name().in(locale)),
                                Collectors.toList())))
                .entrySet()
                .stream()
                .map(city -> new Group(city.getKey(), city.getValue()))
                .toList();
    }

    /**
     * The offices that deal with reports on the side of a bureau: under each city its bureau and branches, the department
     * at the end.
     */
    public List<Group> ofSameSide(String bureau, Locale locale) {
        List<Group> groups = new ArrayList<>();
        Optional<Side> side = territory.sideOfBureau(bureau);
        side.flatMap(territory::agreementOf)
                .flatMap(agreement -> agreement.party(side.get()))
                .ifPresent(party -> {
                    party.counties().stream()
                            .collect(Collectors.groupingBy(County::city, LinkedHashMap::new, Collectors.toList()))
                            .forEach((city, counties) -> groups.add(new Group(
                                    city.name().in(locale),
                                    Stream.concat(
                                                    Stream.ofNullable(city.bureau()),
                                                    counties.stream().map(County::branch))
                                            .map(office -> named(office, locale))
                                            .toList())));
                    groups.add(new Group(party.name().in(locale), List.of(named(party.department(), locale))));
                });
        return List.copyOf(groups);
    }

    private static Choice named(Bureau office, Locale locale) {
        return Choice.named(office.code(), office.name().in(locale));
    }

    private Stream<County> allCounties() {
        return territory
                .agreements()
                .flatMap(agreement -> agreement.parties().stream())
                .flatMap(party -> party.counties().stream());
    }
}
