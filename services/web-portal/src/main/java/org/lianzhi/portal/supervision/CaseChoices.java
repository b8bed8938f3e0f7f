package org.lianzhi.portal.supervision;

import java.util.List;
import org.lianzhi.portal.client.Service;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

/** The own side's cases to choose from, the latest activity first. */
@Component
public final class CaseChoices {

    private static final int AT_MOST = 50;

    private final Service supervisorTimeline;
    private final Words words;

    CaseChoices(Service supervisorTimeline, Words words) {
        this.supervisorTimeline = supervisorTimeline;
        this.words = words;
    }

    public List<Choice> all() {
        return supervisorTimeline
                .get(TimelineView.Cases.class, "/api/v1/timelines?page=0&size={size}", AT_MOST)
                .cases()
                .stream()
                .map(each -> Choice.named(
                        each.id(),
                        words.caseNumber(each.id()) + " · "
                                + words.title(each.summary().category(), null)))
                .toList();
    }
}
