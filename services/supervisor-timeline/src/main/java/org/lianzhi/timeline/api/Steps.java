package org.lianzhi.timeline.api;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.Actor;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.Role;
import org.lianzhi.model.wire.EventJson;
import org.lianzhi.model.wire.UnreadableEvent;
import org.lianzhi.timeline.exchange.Exchange;
import org.lianzhi.timeline.exchange.Exchanges;
import org.lianzhi.timeline.exchange.Said;
import org.lianzhi.timeline.record.RecordEntry;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Ordered entries of the records as steps, each with what it answers and because of what it was done. */
@Component
class Steps {

    private final JsonMapper json;

    Steps(JsonMapper json) {
        this.json = json;
    }

    /** The events of cases among them. */
    static List<Said> said(List<RecordEntry> ordered) {
        return ordered.stream().flatMap(entry -> said(entry).stream()).toList();
    }

    /** What this version does not know, or cannot read, asks and answers nothing. */
    private static List<Said> said(RecordEntry entry) {
        try {
            return EventJson.read(entry.type(), entry.json())
                    .filter(CaseEvent.class::isInstance)
                    .map(event -> new Said(entry.id(), entry.side(), entry.at(), (CaseEvent) event))
                    .stream()
                    .toList();
        } catch (UnreadableEvent unreadable) {
            return List.of();
        }
    }

    List<TimelineEntry> of(List<RecordEntry> ordered, Exchanges exchanges) {
        Set<String> known = ordered.stream().map(RecordEntry::id).collect(Collectors.toSet());
        List<TimelineEntry> steps = new ArrayList<>();
        Instant before = null;
        for (RecordEntry entry : ordered) {
            String cause = known.contains(entry.causationId()) ? entry.causationId() : null;
            steps.add(step(entry, before, cause, exchanges));
            before = entry.at();
        }
        return steps;
    }

    private TimelineEntry step(
            RecordEntry entry, @Nullable Instant before, @Nullable String cause, Exchanges exchanges) {
        Actor actor = Actor.parse(entry.actor());
        return new TimelineEntry(
                entry.id(),
                entry.type(),
                entry.stream(),
                entry.side(),
                actor.bureau(),
                actor.role().code(),
                actor.role() == Role.POLICY,
                entry.at(),
                before == null ? null : millis(before, entry.at()),
                entry.version(),
                entry.causationId(),
                cause,
                exchanges
                        .answeredBy(entry.id())
                        .map(asked -> answer(asked, entry.at()))
                        .orElse(null),
                entry.seen(),
                entry.hash(),
                json.readTree(entry.json()));
    }

    private static TimelineEntry.Answer answer(Exchange asked, Instant at) {
        return new TimelineEntry.Answer(
                asked.act(), asked.asked(), asked.since(), asked.dueAt(), millis(asked.since(), at), asked.isLate(at));
    }

    /** The sides' clocks may differ by some seconds: a step never took less than no time. */
    private static long millis(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis());
    }
}
