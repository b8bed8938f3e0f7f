package org.lianzhi.journal;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What one command added to a stream: all of its events or none.
 *
 * @param version position in the stream, from 1 without a hole
 * @param commitId derived from the command, so that a repetition is recognised
 * @param causationId id of the event or of the request that caused it
 * @param actor who did it, in the written form of the published language
 * @param seen heads of the other streams that were read for the decision, by side
 * @param previousHash hash of the commit before, or {@link CommitHash#GENESIS}
 */
public record Commit(
        StreamId stream,
        long version,
        String commitId,
        String causationId,
        String actor,
        Instant appendedAt,
        Map<String, Head> seen,
        List<EventData> events,
        String previousHash,
        String hash) {

    public Commit {
        // Also of one that is read back: whoever checks it must not stumble over what was taken out of it.
        Stream.of(stream, commitId, causationId, actor, appendedAt, previousHash, hash)
                .forEach(Objects::requireNonNull);
        seen = Collections.unmodifiableSortedMap(new TreeMap<>(seen));
        events = List.copyOf(events);
    }

    /** The key in the journal: two writers of one version cannot both win. */
    public String documentId() {
        return documentId(stream, version);
    }

    static String documentId(StreamId stream, long version) {
        return stream + "/" + version;
    }

    /** The CloudEvents id of one of the events. */
    public String eventId(int index) {
        return commitId + "#" + index;
    }

    public Head head() {
        return new Head(version, hash);
    }
}
