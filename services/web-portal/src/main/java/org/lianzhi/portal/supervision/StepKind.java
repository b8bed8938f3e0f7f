package org.lianzhi.portal.supervision;

import java.util.Arrays;
import java.util.Locale;

/** What a step is about, by its wire name. */
enum StepKind {
    REPORT("report\\..*"),
    PART("case\\.(opened|joined|acknowledged|declined|acknowledgement-missed)"),
    INSPECTION("case\\.inspection-.*"),
    SAMPLE("case\\.(sample|results)-.*"),
    FINDING("case\\.finding-.*"),
    RECTIFICATION("case\\.(rectification|measure)-.*"),
    SUPERVISION("supervision\\..*"),
    NOTICE("notice\\..*"),
    CLOSURE("case\\.(closure-.*|closed|reopened)"),
    OTHER(".*");

    private final String names;

    StepKind(String names) {
        this.names = names;
    }

    static StepKind of(String type) {
        String name = TimelineReading.nameOf(type);
        return Arrays.stream(values())
                .filter(kind -> name.matches(kind.names))
                .findFirst()
                .orElse(OTHER);
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
