package org.lianzhi.portal.supervision;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Paging;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.Tone;
import org.lianzhi.portal.component.View;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

/** Timelines as a supervisor reads them. */
@Component
class SupervisionReading {

    private final Words words;
    private final TimelineReading steps;
    private final TimelineLines lines;
    private final VerdictWords verdicts;

    SupervisionReading(Words words, TimelineReading steps, TimelineLines lines, VerdictWords verdicts) {
        this.words = words;
        this.steps = steps;
        this.lines = lines;
        this.verdicts = verdicts;
    }

    static Tag state(String state) {
        return new Tag(
                "state.case." + state,
                switch (state) {
                    case "closed" -> Tone.DONE;
                    case "declined" -> Tone.WRONG;
                    default -> Tone.WAITING;
                });
    }

    TimelinePage timeline(TimelineView timeline, TimelineView.Checked checked, StepFilter filter, Instant now) {
        TimelineView.Summary summary = timeline.summary();
        String href = CasePaths.of(timeline.id());
        List<TimelineView.Step> chosen = lines.chosen(timeline, filter);
        Paging paging = lines.paging(chosen, filter);
        List<TimelineView.Step> shown = paging.part(chosen);
        boolean present = paging.current() == (filter.oldestFirst() ? paging.total() : 1);
        return new TimelinePage(
                timeline.id(),
                href,
                words.caseNumber(timeline.id()),
                words.title(summary.category(), steps.affectedWater(timeline.entries())),
                summary.isSynthetic(),
                state(timeline.stateOrGuess()),
                facts(summary),
                lines.choices(timeline, filter, href),
                List.of(
                        new View("timeline.newest", filter.href(href, "newest"), chosen.size(), !filter.oldestFirst()),
                        new View("timeline.oldest", filter.href(href, "oldest"), chosen.size(), filter.oldestFirst())),
                filter.oldestFirst(),
                present ? lines.silences(timeline, shown, now) : List.of(),
                steps.unreadable(timeline.missing()),
                lines.lines(timeline, shown),
                paging.pages(filter.href(href, filter.order())),
                new Verification(
                        now,
                        checked.records().stream()
                                .map(chain -> verdicts.of(timeline.id(), chain))
                                .toList()));
    }

    private List<Row> facts(TimelineView.Summary summary) {
        String agreement = summary.agreement() == null
                ? null
                : words.territory()
                        .agreement(summary.agreement())
                        .map(known -> words.name(known.name()))
                        .orElse(summary.agreement());
        return List.of(
                Row.text("supervision.row.agreement", agreement),
                Row.text("supervision.row.lead", party(summary.lead(), summary.leadBureau())),
                Row.text("supervision.row.counterpart", party(summary.counterpart(), summary.counterpartBureau())),
                Row.time("supervision.row.openedAt", summary.openedAt()));
    }

    private @Nullable String party(@Nullable String side, @Nullable String bureau) {
        return side == null ? null : words.side(side) + " · " + words.office(bureau);
    }
}
