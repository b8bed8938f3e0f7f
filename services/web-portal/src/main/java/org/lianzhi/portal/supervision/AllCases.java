package org.lianzhi.portal.supervision;

import java.util.ArrayList;
import java.util.List;
import org.lianzhi.portal.client.Service;

/** The cases of the own side: the counts of the views need them all. Bounded, so that no page waits without end. */
final class AllCases {

    private static final int PER_CALL = 200;
    private static final int MOST_CALLS = 25;

    private final Service supervisorTimeline;

    AllCases(Service supervisorTimeline) {
        this.supervisorTimeline = supervisorTimeline;
    }

    /** @param view {@code open}, which is as small as the work in hand, or {@code all} that there ever were */
    List<TimelineView.Listed> read(String view) {
        List<TimelineView.Listed> all = new ArrayList<>();
        for (int page = 0; page < MOST_CALLS; page++) {
            TimelineView.Cases some = supervisorTimeline.get(
                    TimelineView.Cases.class,
                    "/api/v1/timelines?view={view}&page={page}&size={size}",
                    view,
                    page,
                    PER_CALL);
            all.addAll(some.cases());
            if (some.cases().isEmpty() || all.size() >= some.total()) {
                return all;
            }
        }
        return all;
    }
}
