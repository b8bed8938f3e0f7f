package org.lianzhi.intake.domain;

import java.util.Set;

/**
 * The codes that a report may use. They are the operator's data; pages hold a text for each.
 *
 * @param categories of what is reported
 * @param weather when it was seen
 * @param languages in which citizens are answered
 * @param notAccepted reasons for not accepting a report
 * @param elsewhere those of the reasons with which the citizen is told where to go
 * @param openings reasons for reading what a reporter said
 */
public record Codes(
        Set<String> categories,
        Set<String> weather,
        Set<String> languages,
        Set<String> notAccepted,
        Set<String> elsewhere,
        Set<String> openings) {

    /** Weather of somebody who cannot say. */
    public static final String UNKNOWN = "unknown";

    public Codes {
        categories = Set.copyOf(categories);
        weather = Set.copyOf(weather);
        languages = Set.copyOf(languages);
        notAccepted = Set.copyOf(notAccepted);
        elsewhere = Set.copyOf(elsewhere);
        openings = Set.copyOf(openings);
    }
}
