package org.lianzhi.portal.worklist;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.instruction.SupervisionView;

/** The views of the worklist. A report that is not decided is always for the own office to act on. */
enum Worklist {
    MINE("mine", ReportLine::isUndecided),
    OURS("ours", ReportLine::isUndecided),
    THEIRS("theirs", report -> false),
    OVERDUE("overdue", ReportLine::isOverdue),
    CLOSED("closed", report -> !report.isUndecided());

    private final String code;
    private final Predicate<ReportLine> reports;

    Worklist(String code, Predicate<ReportLine> reports) {
        this.code = code;
        this.reports = reports;
    }

    static Worklist named(String code) {
        return Arrays.stream(values())
                .filter(view -> view.code.equals(code))
                .findFirst()
                .orElse(MINE);
    }

    String code() {
        return code;
    }

    boolean shows(ReportLine report) {
        return reports.test(report);
    }

    /** How many there are in it, as far as the services that answered know. */
    long count(
            Matters.@Nullable Reports reports, Matters.@Nullable Cases cases, List<SupervisionView.Item> instructions) {
        return ofReports(reports)
                + ofCases(cases)
                + instructions.stream().filter(this::shows).count();
    }

    /** An instruction is for the own office to answer until it has. */
    boolean shows(SupervisionView.Item asked) {
        return switch (this) {
            case MINE, OURS -> asked.instruction().isRunning();
            case OVERDUE -> asked.instruction().overdue();
            case THEIRS, CLOSED -> false;
        };
    }

    private long ofReports(Matters.@Nullable Reports reports) {
        if (reports == null) {
            return 0;
        }
        return switch (this) {
            case MINE, OURS -> reports.open();
            case OVERDUE -> reports.overdue();
            // Of both services only the joint cases are counted here: a decided report is no work.
            case THEIRS, CLOSED -> 0;
        };
    }

    private long ofCases(Matters.@Nullable Cases cases) {
        if (cases == null) {
            return 0;
        }
        return switch (this) {
            case MINE -> cases.counts().mine();
            case OURS -> cases.counts().ours();
            case THEIRS -> cases.counts().theirs();
            case OVERDUE -> cases.counts().overdue();
            case CLOSED -> cases.counts().closed();
        };
    }
}
