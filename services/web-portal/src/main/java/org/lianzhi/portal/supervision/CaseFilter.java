package org.lianzhi.portal.supervision;

import java.util.Arrays;
import java.util.function.Predicate;

/** The views of the list of cases. */
enum CaseFilter {
    OPEN("open", listed -> !listed.isOver()),
    OVERDUE("overdue", TimelineView.Listed::isOverdue),
    CLOSED("closed", TimelineView.Listed::isOver),
    ALL("all", listed -> true);

    private final String code;
    private final Predicate<TimelineView.Listed> test;

    CaseFilter(String code, Predicate<TimelineView.Listed> test) {
        this.code = code;
        this.test = test;
    }

    static CaseFilter named(String code) {
        return Arrays.stream(values())
                .filter(filter -> filter.code.equals(code))
                .findFirst()
                .orElse(OPEN);
    }

    String code() {
        return code;
    }

    boolean shows(TimelineView.Listed listed) {
        return test.test(listed);
    }
}
