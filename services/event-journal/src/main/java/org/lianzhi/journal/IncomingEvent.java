package org.lianzhi.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;

/**
 * One event as a consumer meets it.
 *
 * @param id CloudEvents id: commit id, {@code #}, index
 * @param type name on the wire
 * @param stream and {@code version}, {@code index}: its place in the owner's record
 * @param size how many events the commit has
 * @param at when the commit was appended
 * @param data UTF-8 JSON, byte for byte as in the journal
 */
public record IncomingEvent(
        String id,
        String type,
        StreamId stream,
        long version,
        int index,
        int size,
        Instant at,
        String commitId,
        String causationId,
        String actor,
        Map<String, Head> seen,
        String previousHash,
        String hash,
        byte[] data) {

    /**
     * The same events, those of each stream in the order of their places there. What an owner sends again can come behind what
     * follows it, from another instance of the owner; between streams nothing depends on the order.
     */
    static List<IncomingEvent> inTurn(List<IncomingEvent> events) {
        Map<StreamId, Queue<IncomingEvent>> streams = new HashMap<>();
        events.stream()
                .sorted(Comparator.comparingLong(IncomingEvent::version).thenComparingInt(IncomingEvent::index))
                .forEach(event -> streams.computeIfAbsent(event.stream(), any -> new ArrayDeque<>())
                        .add(event));
        return events.stream()
                .flatMap(event -> Stream.ofNullable(streams.get(event.stream())))
                .map(Queue::remove)
                .toList();
    }

    /** Place within the stream. */
    public Position position() {
        return new Position(version, index, size);
    }

    public String json() {
        return new String(data, StandardCharsets.UTF_8);
    }

    /** Digest of type and data, one of the inputs of the commit's hash. */
    public String digest() {
        return CommitHash.digest(type, json());
    }

    /** As text for a log: no data. */
    @Override
    public String toString() {
        return type + " " + stream + "/" + version + "#" + index;
    }

    /**
     * Reads a record's headers.
     *
     * @param headers values are bytes or text
     * @throws IllegalArgumentException when they are not those of an event of a journal
     */
    static IncomingEvent of(Map<String, ?> headers, byte[] data) {
        return new IncomingEvent(
                text(headers, CloudEventHeaders.ID),
                text(headers, CloudEventHeaders.TYPE),
                StreamId.parse(text(headers, CloudEventHeaders.STREAM)),
                Long.parseLong(text(headers, CloudEventHeaders.STREAM_VERSION)),
                Integer.parseInt(text(headers, CloudEventHeaders.COMMIT_INDEX)),
                Integer.parseInt(text(headers, CloudEventHeaders.COMMIT_SIZE)),
                Instant.parse(text(headers, CloudEventHeaders.TIME)),
                text(headers, CloudEventHeaders.COMMIT_ID),
                text(headers, CloudEventHeaders.CAUSATION),
                text(headers, CloudEventHeaders.ACTOR),
                CloudEventHeaders.seen(optional(headers, CloudEventHeaders.SEEN).orElse("")),
                text(headers, CloudEventHeaders.PREVIOUS_HASH),
                text(headers, CloudEventHeaders.HASH),
                data);
    }

    private static String text(Map<String, ?> headers, String name) {
        return optional(headers, name).orElseThrow(() -> new IllegalArgumentException("a record without " + name));
    }

    static Optional<String> optional(Map<String, ?> headers, String name) {
        return Optional.ofNullable(headers.get(name))
                .map(value ->
                        value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : value.toString());
    }
}
