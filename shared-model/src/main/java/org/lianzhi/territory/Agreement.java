package org.lianzhi.territory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.Side;

/**
 * What two sides agreed on, as data.
 *
 * @param validFrom null where no source gives the date
 * @param syntheticNames whether the names of offices are made up after the usual pattern
 */
public record Agreement(
        String id,
        int version,
        Name name,
        String source,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        ZoneId zone,
        boolean syntheticNames,
        BorderZone border,
        List<Party> parties,
        List<DeadlineRule> deadlines,
        List<DispositionRule> dispositions,
        List<PaperRule> papers,
        WorkingCalendar calendar) {

    public Agreement {
        parties = List.copyOf(parties);
        deadlines = List.copyOf(deadlines);
        dispositions = List.copyOf(dispositions);
        papers = List.copyOf(papers);
    }

    /**
     * The strip along the provincial line in which no side is decided by machine.
     *
     * @param widthKm from the stated error of the map data
     * @param schematic whether the map is a drawing without legal meaning
     */
    public record BorderZone(double widthKm, double medianErrorM, double largestErrorM, boolean schematic) {

        /** @throws IllegalArgumentException for a zone without width or an error below zero */
        public BorderZone {
            if (!(widthKm > 0 && medianErrorM >= 0 && largestErrorM >= medianErrorM)) {
                throw new IllegalArgumentException("border zone of " + widthKm + " km, with errors of " + medianErrorM
                        + " m (median) and " + largestErrorM + " m (largest)");
            }
        }
    }

    /**
     * One of the sides.
     *
     * @param province GB/T 2260
     */
    public record Party(Side side, String province, Name name, Bureau department, List<County> counties) {

        public Party {
            counties = List.copyOf(counties);
        }

        /** Those that handle matters: branches, bureaus of cities, the department. Laboratories analyse samples only. */
        public Stream<Bureau> offices() {
            return Stream.of(
                            counties.stream().map(County::branch),
                            counties.stream()
                                    .flatMap(county ->
                                            Stream.ofNullable(county.city().bureau())),
                            Stream.of(department))
                    .flatMap(Function.identity())
                    .distinct();
        }

        /** The bureau of the city that an office is a branch of; empty for what is no branch. */
        public Optional<Bureau> cityOf(String office) {
            return counties.stream()
                    .filter(county -> county.branch().code().equals(office))
                    .flatMap(county -> Stream.ofNullable(county.city().bureau()))
                    .findFirst();
        }
    }

    public boolean isValidOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validUntil == null || !day.isAfter(validUntil));
    }

    public Optional<DeadlineRule> deadline(String rule) {
        return deadlines.stream().filter(deadline -> deadline.id().equals(rule)).findFirst();
    }

    public Optional<DispositionRule> disposition(String kind) {
        return dispositions.stream().filter(rule -> rule.kind().equals(kind)).findFirst();
    }

    public Optional<PaperRule> paper(String kind) {
        return papers.stream().filter(rule -> rule.kind().equals(kind)).findFirst();
    }

    /** Until when something that begins at {@code from} must be done. */
    public Instant due(String rule, Instant from) {
        return deadline(rule)
                .orElseThrow(() -> new IllegalArgumentException("agreement " + id + " has no deadline " + rule))
                .due(from, zone, calendar);
    }

    public Optional<Party> party(Side side) {
        return parties.stream().filter(party -> party.side().equals(side)).findFirst();
    }
}
