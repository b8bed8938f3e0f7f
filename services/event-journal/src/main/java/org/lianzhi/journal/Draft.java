package org.lianzhi.journal;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A commit that has no place in a stream yet; the components are those of {@link Commit}. */
public record Draft(
        String commitId, String causationId, String actor, Instant at, Map<String, Head> seen, List<EventData> events) {

    Commit after(StreamId stream, Head head) {
        long version = head.version() + 1;
        String hash = CommitHash.of(
                head.hash(),
                stream.toString(),
                version,
                commitId,
                causationId,
                actor,
                at,
                seen,
                events.stream()
                        .map(event -> CommitHash.digest(event.type(), event.json()))
                        .toList());
        return new Commit(stream, version, commitId, causationId, actor, at, seen, events, head.hash(), hash);
    }
}
