package org.lianzhi.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One measured ratio.
 *
 * @param id as in the list of ratios, such as {@code P1}
 * @param durability what an acknowledged write survived while it was measured
 * @param more what else is to stand on the line, in order
 */
record Figure(String id, Target target, Ratios ratios, String durability, Map<String, String> more) {

    static final String GROUP_COMMIT = "group-commit";

    private static final double LEAST_CONTROL = 0.9;
    private static final double MOST_CONTROL = 1.1;

    Figure {
        more = new LinkedHashMap<>(more);
    }

    Figure(String id, Target target, Ratios ratios) {
        this(id, target, ratios, GROUP_COMMIT, Map.of());
    }

    Figure with(String key, String value) {
        Map<String, String> longer = new LinkedHashMap<>(more);
        longer.put(key, value);
        return new Figure(id, target, ratios, durability, longer);
    }

    Figure with(String key, double value) {
        return with(key, Numbers.plain(value));
    }

    boolean met() {
        return target.isMetBy(ratios.median());
    }

    /** Whether the machine was quiet enough: two measurements of the same must come to the same. */
    boolean quiet() {
        double control = ratios.control();
        return control >= LEAST_CONTROL && control <= MOST_CONTROL;
    }

    String line() {
        StringBuilder line = new StringBuilder("%s ratio=%s min=%s max=%s target%s durability=%s rounds=%d control=%s"
                .formatted(
                        id,
                        Numbers.ratio(ratios.median()),
                        Numbers.ratio(ratios.least()),
                        Numbers.ratio(ratios.most()),
                        target,
                        durability,
                        ratios.rounds().size(),
                        Numbers.ratio(ratios.control())));
        if (!quiet()) {
            line.append(" control_off=true");
        }
        line.append(" met=").append(met());
        more.forEach((key, value) -> line.append(' ').append(key).append('=').append(value));
        return line.toString();
    }
}
