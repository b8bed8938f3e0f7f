package org.lianzhi.portal.supervision;

import java.util.ArrayList;
import java.util.List;
import org.lianzhi.portal.client.Service;

/** Every case of the own side: the counts of the views need them all. Bounded, so that no page waits without end. */
final class AllCases {

    private static final int PER_CALL = 200;
    private static final int MOST_CALLS = 25;

    private final Service supervisorTimeline;

    AllCases(Service supervisorTimeline) {
        this.supervisorTimeline = supervisorTimeline;
    }

    List<TimelineView.Listed> read() {
        List<TimelineView.Listed> all = new ArrayList<>();
        for (int page = 0; page < MOST_CALLS; page++) {
            TimelineView.Cases some = supervisorTimeline.get(
                    TimelineView.Cases.class, "/api/v1/timelines?page={page}&size={size}", page, PER_CALL);
            all.addAll(some.cases());
            if (some.cases().isEmpty() || all.size() >= some.total()) {
                return all;
            }
        }
        return all;
    }
}
