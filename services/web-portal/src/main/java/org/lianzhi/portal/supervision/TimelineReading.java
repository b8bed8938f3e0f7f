package org.lianzhi.portal.supervision;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.Place;
import org.lianzhi.model.PublishedEvent;
import org.lianzhi.model.wire.EventJson;
import org.lianzhi.model.wire.UnreadableEvent;
import org.lianzhi.portal.component.Entry;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

/** Steps as lines of a timeline. */
@Component
class TimelineReading {

    private static final String MISSED = "case.acknowledgement-missed";

    private final Words words;
    private final EventWords eventWords;

    TimelineReading(Words words, EventWords eventWords) {
        this.words = words;
        this.eventWords = eventWords;
    }

    List<Entry> entries(List<TimelineView.Step> steps) {
        return steps.stream().map(this::entry).toList();
    }

    /** Where the trouble is, as the opening tells it. */
    @Nullable
    Place affectedWater(List<TimelineView.Step> steps) {
        return steps.stream()
                .filter(step -> nameOf(step.type()).equals("case.opened"))
                .flatMap(step -> read(step).stream())
                .filter(CaseEvent.CaseOpened.class::isInstance)
                .map(event -> ((CaseEvent.CaseOpened) event).summary().affectedWater())
                .findFirst()
                .orElse(null);
    }

    /** What is missing because it cannot be read, in words. */
    List<String> unreadable(List<TimelineView.Unreadable> records) {
        return records.stream()
                .map(record -> words.say(
                        "timeline.unreadable",
                        words.side(record.side()),
                        words.sayOr("timeline.unreadable." + record.kind(), record.kind()),
                        record.from()))
                .toList();
    }

    /** What happened, in words. */
    String title(TimelineView.Step step) {
        return words.say(known("event." + nameOf(step.type())));
    }

    Entry entry(TimelineView.Step step) {
        String name = nameOf(step.type());
        return new Entry(
                known("event." + name),
                step.at(),
                step.side(),
                words.office(step.bureau()),
                role(step.role()),
                said(step),
                step.elapsedMs() == null ? null : Duration.ofMillis(step.elapsedMs()),
                name.equals(MISSED));
    }

    /** A type that this version does not know is still a step. */
    private String known(String key) {
        return words.sayOr(key, "").isEmpty() ? "event.other" : key;
    }

    private @Nullable String role(String role) {
        return words.sayOr("role." + role, role);
    }

    /** {@code case.opened.v1} and {@code case.opened} are called the same. */
    static String nameOf(String type) {
        return type.replaceFirst("\\.v[0-9]+$", "");
    }

    private List<String> said(TimelineView.Step step) {
        try {
            return read(step).map(eventWords::of).orElse(List.of());
        } catch (UnreadableEvent broken) {
            return List.of(words.say("event.unreadable"));
        }
    }

    private static Optional<PublishedEvent> read(TimelineView.Step step) {
        String wireType = nameOf(step.type()).equals(step.type()) ? step.type() + ".v1" : step.type();
        return EventJson.read(wireType, step.data().toString());
    }
}
