package org.lianzhi.portal.supervision;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Entry;
import org.lianzhi.portal.component.Link;
import org.lianzhi.portal.component.Table;
import org.lianzhi.portal.supervision.TimelineView.Step;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The chosen steps as files to take away. */
@Component
class TimelineFiles {

    private static final List<String> COLUMNS = List.of(
            "at", "side", "office", "role", "machine", "event", "words", "elapsed", "waited", "dueAt", "late", "seen",
            "because", "id", "version", "hash");

    private final Words words;
    private final TimelineLines lines;
    private final TimelineReading reading;

    TimelineFiles(Words words, TimelineLines lines, TimelineReading reading) {
        this.words = words;
        this.lines = lines;
        this.reading = reading;
    }

    Table table(TimelineView timeline, List<Step> chosen) {
        return new Table(
                "timeline-" + timeline.id(),
                COLUMNS.stream()
                        .map(column -> words.say("timeline.column." + column))
                        .toList(),
                Stream.concat(
                                chosen.stream().map(step -> row(timeline, step)),
                                reading.unreadable(timeline.missing()).stream().map(TimelineFiles::row))
                        .toList());
    }

    /** Whoever has only the file must know too that something is missing. */
    private static List<String> row(String unreadable) {
        return COLUMNS.stream()
                .map(column -> column.equals("words") ? unreadable : "")
                .toList();
    }

    private List<String> row(TimelineView timeline, Step step) {
        TimelinePage.Line line = lines.lines(timeline, List.of(step)).getFirst();
        Entry entry = line.entry();
        TimelinePage.Answered answered = line.answered();
        return Stream.of(
                        step.at().toString(),
                        words.side(step.side()),
                        entry.office(),
                        entry.person(),
                        yes(line.machine()),
                        words.say(entry.key()),
                        String.join(" | ", entry.words()),
                        minutes(entry.sincePrevious()),
                        answered == null ? null : minutes(answered.waited()),
                        answered == null || answered.dueAt() == null
                                ? null
                                : answered.dueAt().toString(),
                        answered == null ? null : yes(answered.late()),
                        line.seen().stream().map(Link::words).collect(Collectors.joining(" | ")),
                        TimelineLines.spoken(line.because()),
                        step.id(),
                        String.valueOf(step.version()),
                        step.hash())
                .map(cell -> cell == null ? "" : cell)
                .toList();
    }

    /** What the service says, without the steps that were not chosen. */
    JsonNode json(JsonNode timeline, List<Step> chosen) {
        Set<String> ids = chosen.stream().map(Step::id).collect(Collectors.toSet());
        if (timeline instanceof ObjectNode whole) {
            List<JsonNode> kept = whole.path("entries")
                    .valueStream()
                    .filter(entry -> ids.contains(entry.path("id").asString()))
                    .toList();
            whole.putArray("entries").addAll(kept);
        }
        return timeline;
    }

    private String yes(boolean so) {
        return words.say(so ? "timeline.yes" : "timeline.no");
    }

    private static String minutes(@Nullable Duration span) {
        return span == null ? "" : String.valueOf(span.toMinutes());
    }
}
