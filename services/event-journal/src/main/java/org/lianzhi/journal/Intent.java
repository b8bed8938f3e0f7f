package org.lianzhi.journal;

import java.time.Instant;
import java.util.Set;

/**
 * One command of one caller, however often it is sent.
 *
 * @param id derived from who asks and the key; it becomes the id of the commit
 * @param causationId what caused it: the request's key, or the id of an event
 * @param actor in the written form of the published language
 * @param at the time of the first attempt, in milliseconds; a repetition keeps it
 * @param claimed whether there is a claim of it, which can say that nothing was to be done
 * @param nothingIn the records in which an earlier attempt had nothing to do
 */
public record Intent(String id, String causationId, String actor, Instant at, boolean claimed, Set<String> nothingIn) {

    public Intent {
        nothingIn = Set.copyOf(nothingIn);
    }

    /** One without a claim of its own. */
    public Intent(String id, String causationId, String actor, Instant at) {
        this(id, causationId, actor, at, false, Set.of());
    }

    /** Whether an earlier attempt was answered that there is nothing to do in a record. */
    boolean hadNothingToDoIn(StreamId record) {
        return nothingIn.contains(record.toString());
    }

    /**
     * What a policy does about an event. Its id derives from both, so a replay changes nothing and needs no claim.
     *
     * @param causingEvent CloudEvents id of the event
     */
    public static Intent policy(String causingEvent, String policy, String actor, Instant at) {
        return new Intent(CommitHash.of("policy", causingEvent, policy, actor), causingEvent, actor, millis(at));
    }

    static Instant millis(Instant at) {
        return Instant.ofEpochMilli(at.toEpochMilli());
    }
}
