package org.lianzhi.evidence;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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
 */
public record KeptCheckpoint(
        String keeper, String stream, long version, String hash, Instant at, String type, String json) {

    public KeptCheckpoint {
        Stream.of(keeper, stream, hash, at, type, json).forEach(Objects::requireNonNull);
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
