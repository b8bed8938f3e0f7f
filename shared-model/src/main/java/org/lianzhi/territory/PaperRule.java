package org.lianzhi.territory;

import java.util.List;
import java.util.Objects;
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
     * @param by {@code head}: whoever leads the deciding office; {@code another}: any officer but the one who prepared it
     */
    public record Step(String id, @Nullable Side side, Name name, String by) {

        public Step {
            if (!by.equals("head") && !by.equals("another")) {
                throw new IllegalArgumentException("step " + id + " is done by nobody that is known: " + by);
            }
        }
    }

    public List<Step> stepsOf(Side side) {
        return steps.stream()
                .filter(step -> step.side() == null || step.side().equals(side))
                .toList();
    }
}
