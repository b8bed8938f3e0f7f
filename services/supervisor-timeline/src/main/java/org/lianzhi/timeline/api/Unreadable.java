package org.lianzhi.timeline.api;

import java.util.Optional;
import org.lianzhi.timeline.record.Legible;

/**
 * A record of which something cannot be shown, because somebody wrote into the timeline's own copy.
 *
 * @param kind of the record, such as {@code case}
 * @param from the first version of which that is so
 */
record Unreadable(String kind, String side, long from) {

    static Optional<Unreadable> of(Legible read) {
        return read.unreadable().stream()
                .findFirst()
                .map(first -> new Unreadable(read.stream().kind(), read.stream().side(), first));
    }
}
