package org.lianzhi.portal.worklist;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.cases.CaseLine;
import org.lianzhi.portal.client.Away;
import org.lianzhi.portal.client.NotThere;
import org.lianzhi.portal.client.Service;
import org.springframework.stereotype.Component;

/**
 * Reports and cases of the own bureau, from two services. Cases come the most urgent first, so that the first so many are
 * enough; reports come the latest first, so that all that are open are read. One service that is away does not hide the
 * other.
 */
@Component
class Matters {

    private static final int PER_CALL = 200;
    private static final int MOST_CALLS = 20;

    private final Service reportIntake;
    private final Service jointInvestigation;

    Matters(Service reportIntake, Service jointInvestigation) {
        this.reportIntake = reportIntake;
        this.jointInvestigation = jointInvestigation;
    }

    /** A page of reports, and how many there are. */
    record Reports(List<ReportLine> items, long total, long open, long overdue) {}

    /** A page of cases, and how many there are. */
    record Cases(List<CaseLine> items, long total, Counts counts) {}

    record Counts(long mine, long ours, long theirs, long overdue, long closed) {}

    /** All reports that are open, or the latest of all; null if the service is away. */
    @Nullable
    Reports reports(String view, int latest) {
        int wanted = view.equals("open") ? Integer.MAX_VALUE : latest;
        try {
            Reports first =
                    reportIntake.get(Reports.class, "/api/v1/reports?view={view}&page=0&size={size}", view, PER_CALL);
            List<ReportLine> items = all(
                    first.items(),
                    first.total(),
                    wanted,
                    page -> reportIntake
                            .get(
                                    Reports.class,
                                    "/api/v1/reports?view={view}&page={page}&size={size}",
                                    view,
                                    page,
                                    PER_CALL)
                            .items());
            return new Reports(items, first.total(), first.open(), first.overdue());
        } catch (Away | NotThere away) {
            return null;
        }
    }

    /** Cases, at least as many as wanted if there are; null if the service is away. */
    @Nullable
    Cases cases(String view, int wanted) {
        try {
            Cases first =
                    jointInvestigation.get(Cases.class, "/api/v1/cases?view={view}&page=0&size={size}", view, PER_CALL);
            List<CaseLine> items = all(
                    first.items(),
                    first.total(),
                    wanted,
                    page -> jointInvestigation
                            .get(Cases.class, "/api/v1/cases?view={view}&page={page}&size={size}", view, page, PER_CALL)
                            .items());
            return new Cases(items, first.total(), first.counts());
        } catch (Away | NotThere away) {
            return null;
        }
    }

    private static <T> List<T> all(List<T> first, long total, int wanted, IntFunction<List<T>> pages) {
        List<T> items = new ArrayList<>(first);
        for (int page = 1; page < MOST_CALLS && items.size() < Math.min(wanted, total); page++) {
            List<T> more = pages.apply(page);
            if (more.isEmpty()) {
                return items;
            }
            items.addAll(more);
        }
        return items;
    }
}
