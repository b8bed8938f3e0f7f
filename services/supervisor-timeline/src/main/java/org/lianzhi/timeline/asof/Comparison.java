package org.lianzhi.timeline.asof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The facts of today, and beside each what every side knew of it. */
public final class Comparison {

    private Comparison() {}

    /**
     * A fact.
     *
     * @param number of its kind and side, from 1, in today's order
     * @param today code
     * @param then by side; null where it did not know of it
     */
    public record Line(
            String kind, String side, int number, String ref, String today, Map<String, @Nullable String> then) {}

    /**
     * Compares.
     *
     * @param then the facts that each side knew
     */
    public static List<Line> of(Map<Facts.Subject, String> today, Map<String, Map<Facts.Subject, String>> then) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        List<Line> lines = new ArrayList<>();
        today.forEach((subject, code) -> {
            Map<String, @Nullable String> known = new LinkedHashMap<>();
            then.forEach((side, facts) -> known.put(side, facts.get(subject)));
            int number = numbers.merge(subject.kind() + subject.side(), 1, Integer::sum);
            lines.add(new Line(subject.kind(), subject.side(), number, subject.ref(), code, known));
        });
        return lines;
    }
}
