package org.lianzhi.evidence.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's word on how a record stood: its commit of that version had that hash.
 *
 * @param kind {@link #RECORD}, {@link #CHECKPOINT} or {@link #COPY}
 * @param holder who holds it: a side, or the name of a service or store
 * @param source the other record, or the stream of the checkpoints
 * @param number version of the other record's commit, or number of the checkpoint
 * @param at when it was said; null when it does not tell
 * @param stream and {@code version}, {@code hash}: what is claimed
 */
public record Claim(
        String kind,
        String holder,
        String source,
        long number,
        @Nullable Instant at,
        String stream,
        long version,
        String hash) {

    /** A commit of another side's record names the head that it has seen. */
    public static final String RECORD = "record";

    /** A checkpoint that the side has signed, kept by the holder. */
    public static final String CHECKPOINT = "checkpoint";

    /** The holder received the commit when it was written and has kept it. */
    public static final String COPY = "copy";
}
