package org.lianzhi.portal.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What report-intake still misses.
 *
 * @param field of the form
 * @param what is wrong with it
 */
record Problem(String field, String what) {

    private static final Map<String, Question> ASKED_AT = Map.of(
            "category", Question.CATEGORY,
            "affectedWater", Question.PLACE,
            "suspectedOutlet", Question.OUTLET,
            "suspectedFacility", Question.FACILITY,
            "observedAt", Question.WHEN,
            "weather", Question.WHEN,
            "description", Question.WHAT,
            "photos", Question.PHOTOS,
            "contact", Question.CONTACT);

    /** Arguments of {@code report.incomplete}: {@code field:problem}. */
    static List<Problem> of(List<String> arguments) {
        return arguments.stream().map(Problem::of).toList();
    }

    private static Problem of(String argument) {
        int colon = argument.indexOf(':');
        return colon < 0
                ? new Problem(argument, "wrong")
                : new Problem(argument.substring(0, colon), argument.substring(colon + 1));
    }

    Optional<Question> question() {
        return Optional.ofNullable(ASKED_AT.get(field.replaceFirst("\\..*", "")));
    }
}
