package org.lianzhi.journal;

import java.util.Map;

/**
 * Which topic a stream's events go to. Topics say side, reach and kind: {@code hn.shared.cases} may cross the border,
 * {@code hn.internal.reports} may not.
 *
 * @param byKind reach and kind of topic by kind of stream, such as {@code case -> shared.cases}
 */
public record Topics(Map<String, String> byKind) {

    /** By this topic a consumer asks the owner of a stream to send it again. */
    static final String REPUBLISH = "internal.republish";

    public Topics {
        byKind = Map.copyOf(byKind);
    }

    public String of(StreamId stream) {
        String topic = byKind.get(stream.kind());
        if (topic == null) {
            throw new IllegalArgumentException("lianzhi.journal.topics has no entry for " + stream.kind());
        }
        return stream.side() + "." + topic;
    }

    static String republish(String side) {
        return side + "." + REPUBLISH;
    }
}
