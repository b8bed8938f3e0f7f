package org.lianzhi.journal;

import java.util.HashMap;
import java.util.Map;
import org.lianzhi.journal.Rebuilding.TopicsIncomplete;

/**
 * How far the models of before have got in each stream. All of it came from the topics: before a rebuild may take their place it
 * has to meet as much there. Compared is what was met, not what became of it: a newer program may make other documents of
 * it, a person may have left something out, and what is parked or missing in between is told of anyway.
 */
final class Owed {

    private final Map<String, Long> versions = new HashMap<>();

    void add(String stream, long version) {
        versions.merge(stream, version, Math::max);
    }

    void met(IncomingEvent event) {
        if (!versions.isEmpty()) {
            versions.computeIfPresent(
                    event.stream().toString(), (stream, owed) -> event.version() < owed ? owed : null);
        }
    }

    /** @throws TopicsIncomplete when something was not met */
    void assertPaid(String consumer) {
        versions.entrySet().stream().findFirst().ifPresent(one -> {
            throw new TopicsIncomplete("the topics do not hold all that " + consumer + " has by now: of "
                    + versions.size() + " records they lack the end, such as " + one.getKey() + "/" + one.getValue());
        });
    }
}
