package org.lianzhi.journal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as a consumer met it, and whether it is what its owner wrote. Half a message, or one that somebody changed, must
 * not get into any document: what stands there once is not replaced by a good copy.
 *
 * @param damage null when the event is whole
 */
record Arrived(IncomingEvent event, @Nullable DamagedEvent damage) {

    /** The data of an event are not those over which its commit was hashed. The message names no content. */
    static final class DamagedEvent extends RuntimeException {

        private static final long serialVersionUID = 1L;

        DamagedEvent(String message) {
            super(message);
        }
    }

    /**
     * One that came on a topic. Only the topics of its owner speak for a record: on another side's anybody may have put it there.
     *
     * @throws IllegalArgumentException when it is no event of a journal, or not on its owner's topic
     */
    static Arrived at(String topic, Map<String, ?> headers, byte[] data) {
        Arrived arrived = of(headers, data);
        StreamId stream = arrived.event().stream();
        if (!topic.startsWith(stream.side() + ".")) {
            throw new IllegalArgumentException("an event of " + stream + " on " + topic);
        }
        return arrived;
    }

    /** @throws IllegalArgumentException when the headers are not those of an event of a journal */
    static Arrived of(Map<String, ?> headers, byte[] data) {
        IncomingEvent event = IncomingEvent.of(headers, data);
        Optional<List<String>> digests = CloudEventHeaders.digests(headers, event);
        if (digests.isPresent() && !fit(event, digests.get())) {
            return new Arrived(event, new DamagedEvent("the data do not fit the hash of their commit"));
        }
        return new Arrived(event, isJson(data) ? null : new DamagedEvent("the data are not JSON"));
    }

    private static boolean fit(IncomingEvent event, List<String> digests) {
        return event.index() >= 0
                && event.index() < digests.size()
                && event.size() == digests.size()
                && event.id().equals(event.commitId() + "#" + event.index())
                && event.digest().equals(digests.get(event.index()))
                && event.hash()
                        .equals(CommitHash.of(
                                event.previousHash(),
                                event.stream().toString(),
                                event.version(),
                                event.commitId(),
                                event.causationId(),
                                event.actor(),
                                event.at(),
                                event.seen(),
                                digests));
    }

    private static boolean isJson(byte[] data) {
        try (JsonParser parser = JsonMapper.shared().createParser(data)) {
            boolean object = parser.nextToken() == JsonToken.START_OBJECT;
            parser.skipChildren();
            return object && parser.nextToken() == null;
        } catch (JacksonException e) {
            return false;
        }
    }
}
