package org.lianzhi.territory;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.Side;

/**
 * One kind of paper, and what each side wants to have done within itself before it leaves the office.
 *
 * @param kind code of it
 * @param party whether whoever is concerned signs it, or is recorded to have refused
 * @param source null where no source tells of it: a default of this program
 * @param verified whether that was read at its source
 */
public record PaperRule(
        String kind,
        Name name,
        boolean party,
        List<Step> steps,
        @Nullable String source,
        boolean verified) {

    public PaperRule {
        Objects.requireNonNull(kind, "paper without a kind");
        steps = List.copyOf(Objects.requireNonNullElse(steps, List.of()));
    }

    /**
     * What is done before.
     *
     * @param id code of it, such as {@code approval}
     * @param side null where both sides do so
     * @param by {@code head}: whoever leads the deciding office; {@code deciding}: any officer of the deciding office, and
     *     {@code another}: any of the office that handles the case, but not the one who prepared it
     */
    public record Step(String id, @Nullable Side side, Name name, String by) {

        private static final String OF_HEAD = "head";
        private static final Set<String> KNOWN = Set.of(OF_HEAD, "deciding", "another");

        public Step {
            if (!KNOWN.contains(by)) {
                throw new IllegalArgumentException("step " + id + " is done by nobody that is known: " + by);
            }
        }

        public boolean isOfHead() {
            return by.equals(OF_HEAD);
        }

        /** Whether the office that decides does it, and not the one that handles the case. */
        public boolean isOfDecidingOffice() {
            return !by.equals("another");
        }
    }

    public List<Step> stepsOf(Side side) {
        return steps.stream()
                .filter(step -> step.side() == null || step.side().equals(side))
                .toList();
    }
}
