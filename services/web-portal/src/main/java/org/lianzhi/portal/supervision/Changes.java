package org.lianzhi.portal.supervision;

import java.util.List;
import org.lianzhi.portal.client.Away;
import org.lianzhi.portal.client.NotThere;
import org.lianzhi.portal.client.Service;
import org.lianzhi.portal.client.TooOften;
import org.lianzhi.portal.component.Entry;
import org.springframework.stereotype.Component;

/** What happened to a record since somebody looked at it. */
@Component
public final class Changes {

    private final Service supervisorTimeline;
    private final TimelineReading reading;

    Changes(Service supervisorTimeline, TimelineReading reading) {
        this.supervisorTimeline = supervisorTimeline;
        this.reading = reading;
    }

    /** Steps of one side's record after a version; none if they cannot be told just now. */
    public List<Entry> since(String caseId, String side, long seen) {
        try {
            TimelineView timeline =
                    supervisorTimeline.get(TimelineView.class, "/api/v1/timelines/{id}?order=oldest", caseId);
            return reading.entries(timeline.entries().stream()
                    .filter(step -> step.stream().equals("case-" + caseId + "@" + side) && step.version() > seen)
                    .toList());
        } catch (Away | NotThere | TooOften unknown) {
            return List.of();
        }
    }
}
