package org.lianzhi.timeline.record;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lianzhi.journal.Head;
import org.lianzhi.journal.IncomingEvent;
import org.lianzhi.journal.StreamId;

/**
 * An event as it was received, with every input of its commit's hash.
 *
 * @param json byte for byte as on the topic
 */
public record RecordEntry(
        String id,
        String type,
        String stream,
        long version,
        int index,
        int size,
        Instant at,
        String commitId,
        String causationId,
        String actor,
        List<Seen> seen,
        String previousHash,
        String hash,
        String json) {

    /** The head of another side's record that was seen. */
    public record Seen(String side, long version, String hash) {}

    public RecordEntry {
        seen = List.copyOf(seen);
    }

    public static RecordEntry of(IncomingEvent event) {
        return new RecordEntry(
                event.id(),
                event.type(),
                event.stream().toString(),
                event.version(),
                event.index(),
                event.size(),
                event.at(),
                event.commitId(),
                event.causationId(),
                event.actor(),
                event.seen().entrySet().stream()
                        .map(head -> new Seen(
                                head.getKey(),
                                head.getValue().version(),
                                head.getValue().hash()))
                        .toList(),
                event.previousHash(),
                event.hash(),
                event.json());
    }

    /** As it came. */
    public IncomingEvent event() {
        return new IncomingEvent(
                id,
                type,
                StreamId.parse(stream),
                version,
                index,
                size,
                at,
                commitId,
                causationId,
                actor,
                seenHeads(),
                previousHash,
                hash,
                json.getBytes(StandardCharsets.UTF_8));
    }

    Map<String, Head> seenHeads() {
        return seen.stream().collect(Collectors.toMap(Seen::side, head -> new Head(head.version(), head.hash())));
    }

    /** Whether all that a commit says once is said alike by both. */
    boolean isOfSameCommit(RecordEntry other) {
        return stream.equals(other.stream)
                && version == other.version
                && size == other.size
                && at.equals(other.at)
                && commitId.equals(other.commitId)
                && causationId.equals(other.causationId)
                && actor.equals(other.actor)
                && seen.equals(other.seen)
                && previousHash.equals(other.previousHash)
                && hash.equals(other.hash);
    }

    public String side() {
        return stream.substring(stream.indexOf('@') + 1);
    }
}
