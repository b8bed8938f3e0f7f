package org.lianzhi.portal.supervision;

import java.util.List;
import java.util.stream.Stream;
import org.lianzhi.portal.client.NotThere;
import org.lianzhi.portal.client.Refused;
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

    /** The latest, and those that are chosen already though they are older. */
    public List<Choice> with(List<String> chosen) {
        List<Choice> choices =
                supervisorTimeline
                        .get(TimelineView.Cases.class, "/api/v1/timelines?page=0&size={size}", AT_MOST)
                        .cases()
                        .stream()
                        .map(each -> choice(each.id(), each.summary()))
                        .toList();
        Stream<Choice> older = chosen.stream()
                .filter(id -> choices.stream().noneMatch(each -> each.value().equals(id)))
                .distinct()
                .map(this::older);
        return Stream.concat(choices.stream(), older).toList();
    }

    private Choice older(String id) {
        try {
            TimelineView view = supervisorTimeline.get(TimelineView.class, "/api/v1/timelines/{id}?order=oldest", id);
            return choice(id, view.summary());
        } catch (NotThere | Refused unknown) {
            return Choice.named(id, words.caseNumber(id));
        }
    }

    private Choice choice(String id, TimelineView.Summary summary) {
        return Choice.named(id, words.caseNumber(id) + " · " + words.title(summary.category(), null));
    }
}
