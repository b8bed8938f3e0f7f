package org.lianzhi.intake.triage;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.lianzhi.intake.place.PinnedPlace;

/** How far two places lie apart, and how much two descriptions say the same. */
final class Likeness {

    private static final double METRES_PER_DEGREE = 111_195;

    private Likeness() {}

    /** Plane enough within a county. */
    static double metres(PinnedPlace one, PinnedPlace other) {
        double north = (one.latitude() - other.latitude()) * METRES_PER_DEGREE;
        double east =
                (one.longitude() - other.longitude()) * METRES_PER_DEGREE * Math.cos(Math.toRadians(one.latitude()));
        return Math.hypot(north, east);
    }

    /**
     * The share of the pairs of neighbouring characters of the shorter one that the longer one has too, from 0 to 1. Chinese
     * has no blanks between words, so pairs of characters stand for them.
     */
    static double words(String one, String other) {
        Set<String> pairs = pairs(one);
        Set<String> others = pairs(other);
        int fewer = Math.min(pairs.size(), others.size());
        if (fewer == 0) {
            return 0;
        }
        Set<String> both = new HashSet<>(pairs);
        both.retainAll(others);
        return (double) both.size() / fewer;
    }

    private static Set<String> pairs(String text) {
        int[] characters = text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .toArray();
        Set<String> pairs = new HashSet<>();
        IntStream.range(0, characters.length - 1).forEach(at -> pairs.add(new String(characters, at, 2)));
        return pairs;
    }
}
