package org.lianzhi.territory;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.Side;

/**
 * One kind of outcome for whoever caused the pollution, and what each side may base it on.
 *
 * @param kind code of it
 * @param conditions codes of what has to be checked and found to be so
 * @param period within which a first offence is the first one; null where the kind has none
 */
public record DispositionRule(
        String kind, List<String> conditions, @Nullable Period period, List<Basis> bases) {

    public DispositionRule {
        Objects.requireNonNull(kind, "disposition without a kind");
        conditions = List.copyOf(Objects.requireNonNullElse(conditions, List.of()));
        bases = List.copyOf(Objects.requireNonNullElse(bases, List.of()));
    }

    /**
     * How far back one looks.
     *
     * @param verified whether the figure was read at its source and holds for both sides
     */
    public record Period(int months, String basis, boolean verified) {}

    /**
     * A law, or a rule of one side.
     *
     * @param side null where it holds for all sides
     * @param version as its issuer names it
     * @param validFrom null where no source gives the day
     * @param verified whether its text was read
     */
    public record Basis(
            String id,
            @Nullable Side side,
            Name name,
            String version,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil,
            @Nullable String source,
            boolean verified) {

        public boolean isValidOn(LocalDate day) {
            return (validFrom == null || !day.isBefore(validFrom)) && (validUntil == null || !day.isAfter(validUntil));
        }
    }

    /** What a side may base it on. */
    public List<Basis> basesOf(Side side) {
        return bases.stream()
                .filter(basis -> basis.side() == null || basis.side().equals(side))
                .toList();
    }

    public Optional<Basis> basis(String id) {
        return bases.stream().filter(basis -> basis.id().equals(id)).findFirst();
    }
}
