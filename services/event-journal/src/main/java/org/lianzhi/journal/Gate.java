package org.lianzhi.journal;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** How far each stream has been applied to one document. Kept inside the document, so that it cannot disagree with it. */
public record Gate(Map<String, Position> applied) {

    static final Gate EMPTY = new Gate(Map.of());

    public Gate {
        applied = Collections.unmodifiableSortedMap(new TreeMap<>(applied));
    }

    enum Answer {
        APPLY,
        DUPLICATE,
        GAP
    }

    /** @param base last version that lies before the document */
    Answer ask(IncomingEvent event, long base) {
        Position last = last(event.stream(), base);
        if (!event.position().isAfter(last)) {
            return Answer.DUPLICATE;
        }
        return event.position().isNextAfter(last) ? Answer.APPLY : Answer.GAP;
    }

    Gate passed(IncomingEvent event) {
        return passed(event.stream(), event.position());
    }

    Gate passed(StreamId stream, Position place) {
        Map<String, Position> next = new TreeMap<>(applied);
        next.put(stream.toString(), place);
        return new Gate(next);
    }

    Position last(StreamId stream, long base) {
        return applied.getOrDefault(stream.toString(), new Position(base, 0, 1));
    }

    /** The version of a stream up to which the document knows everything or the beginning. */
    public long version(StreamId stream) {
        return last(stream, 0).version();
    }
}
