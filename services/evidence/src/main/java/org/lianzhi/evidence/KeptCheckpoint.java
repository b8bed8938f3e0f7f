package org.lianzhi.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.CommitHash;
import org.lianzhi.journal.IncomingEvent;
import org.lianzhi.journal.StreamId;
import org.lianzhi.model.EvidenceEvent.CheckpointSigned;
import org.lianzhi.model.wire.EventJson;
import org.lianzhi.model.wire.UnreadableEvent;

/**
 * A checkpoint as somebody else than its signer keeps it.
 *
 * @param keeper a side, or the name of a service
 * @param stream and {@code version}, {@code hash}, {@code at}: the commit by which it came
 * @param json byte for byte as it came; whether the signature counts is asked each time, because keys may become known later
 * @param rest null where the commit holds more, or came when less of it was kept: then the hash proves nothing
 */
public record KeptCheckpoint(
        String keeper,
        String stream,
        long version,
        String hash,
        Instant at,
        String type,
        String json,
        @Nullable Rest rest) {

    /** What else the hash of a commit is over that holds one event and names no heads. */
    public record Rest(String commitId, String causationId, String actor, String previousHash) {}

    public KeptCheckpoint {
        Stream.of(keeper, stream, hash, at, type, json).forEach(Objects::requireNonNull);
    }

    static KeptCheckpoint of(String keeper, IncomingEvent event) {
        boolean alone = event.size() == 1 && event.seen().isEmpty();
        return new KeptCheckpoint(
                keeper,
                event.stream().toString(),
                event.version(),
                event.hash(),
                event.at(),
                event.type(),
                event.json(),
                alone ? new Rest(event.commitId(), event.causationId(), event.actor(), event.previousHash()) : null);
    }

    /** Whether the hash is that of what is kept; empty where not all of it is. */
    Optional<Boolean> holds() {
        return Optional.ofNullable(rest)
                .map(all -> CommitHash.of(
                                all.previousHash(),
                                stream,
                                version,
                                all.commitId(),
                                all.causationId(),
                                all.actor(),
                                at,
                                Map.of(),
                                List.of(CommitHash.digest(type, json)))
                        .equals(hash));
    }

    /** Empty for what is no checkpoint that this version can read. */
    public Optional<CheckpointSigned> read() {
        try {
            return EventJson.read(type, json)
                    .filter(CheckpointSigned.class::isInstance)
                    .map(CheckpointSigned.class::cast);
        } catch (UnreadableEvent e) {
            return Optional.empty();
        }
    }

    /** By its place, whatever it says of itself; 0 for a place that no checkpoint has. */
    public long number() {
        return KeptCheckpoints.number(stream, version);
    }

    /** The side whose checkpoint it is. */
    String side() {
        return StreamId.parse(stream).side();
    }
}
