package org.lianzhi.portal.supervision;

import java.util.Arrays;
import java.util.function.BiPredicate;

/** The views of the list of cases. */
enum CaseFilter {
    OPEN("open", (listed, board) -> !listed.isOver()),
    OVERDUE("overdue", (listed, board) -> listed.isOverdue()),
    THEIRS("theirs", (listed, board) -> !listed.isOver() && board.waitsForTheOther(listed)),
    DORMANT("dormant", (listed, board) -> board.isDormant(listed)),
    UNSETTLED("unsettled", (listed, board) -> listed.isUnsettled()),
    CLOSED("closed", (listed, board) -> listed.isOver()),
    ALL("all", (listed, board) -> true);

    private final String code;
    private final BiPredicate<TimelineView.Listed, Board> test;

    CaseFilter(String code, BiPredicate<TimelineView.Listed, Board> test) {
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

    /** Whether it also shows what is closed, which grows for ever and so is read only when it is asked for. */
    boolean needsClosed() {
        return this == CLOSED || this == ALL;
    }

    boolean shows(TimelineView.Listed listed, Board board) {
        return test.test(listed, board);
    }
}
