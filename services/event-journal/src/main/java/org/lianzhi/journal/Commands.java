package org.lianzhi.journal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Runs a command: load, decide, append; again when somebody else was faster; once however often it is sent.
 *
 * <p>That a claimed command had nothing to do is fixed too, in its claim and before the answer: one that comes again is not
 * decided on what others did since. If the program dies between the decision and that write, nobody was answered, and the
 * command is decided when it comes again.
 */
public final class Commands {

    private static final int ATTEMPTS = 5;

    private final Journal journal;
    private final Claims claims;

    Commands(Journal journal, Claims claims) {
        this.journal = journal;
        this.claims = claims;
    }

    /** The rules of a command, over the streams that it reads. */
    @FunctionalInterface
    public interface Decision {

        /**
         * Decides what to append to the target.
         *
         * @return nothing for an expected repetition
         */
        List<EventData> decide(Map<StreamId, EventStream> loaded);
    }

    /**
     * The outcome.
     *
     * @param version of the target after the command
     * @param repeated whether the command had been done before
     */
    public record Receipt(StreamId stream, long version, boolean repeated) {}

    /** Runs a command that may be decided again on a newer state. */
    public Receipt run(Intent intent, StreamId target, Collection<StreamId> alsoRead, Decision decision) {
        return run(intent, target, alsoRead, OptionalLong.empty(), decision);
    }

    /**
     * Runs a command.
     *
     * @param alsoRead streams of other sides; their heads are written into the commit as seen
     * @param expected version of the target that the caller had before its eyes; empty if it does not matter
     * @throws StreamConflict when the target has moved on from {@code expected}, or keeps moving
     */
    public Receipt run(
            Intent intent, StreamId target, Collection<StreamId> alsoRead, OptionalLong expected, Decision decision) {
        Set<StreamId> reads = new LinkedHashSet<>(alsoRead);
        reads.add(target);
        StreamConflict last = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return attempt(intent, target, reads, expected, decision);
            } catch (StreamConflict conflict) {
                last = conflict;
                if (expected.isPresent() && conflict.expected() == expected.getAsLong()) {
                    break;
                }
            }
        }
        throw last == null ? new IllegalStateException() : asOfNow(last);
    }

    /** A lost insert tells only of the place that it lost; the caller is told how far the stream has come. */
    private StreamConflict asOfNow(StreamConflict conflict) {
        long now = journal.load(conflict.stream()).version();
        return new StreamConflict(conflict.stream(), conflict.expected(), now);
    }

    private Receipt attempt(
            Intent intent, StreamId target, Set<StreamId> reads, OptionalLong expected, Decision decision) {
        Map<StreamId, EventStream> loaded = journal.load(reads);
        EventStream own = loaded.getOrDefault(target, new EventStream(target, List.of()));
        var before = own.find(intent.id());
        if (before.isPresent()) {
            return new Receipt(target, before.get().version(), true);
        }
        if (intent.hadNothingToDoIn(target)) {
            return new Receipt(target, own.version(), true);
        }
        if (expected.isPresent() && own.version() != expected.getAsLong()) {
            throw new StreamConflict(target, expected.getAsLong(), own.version());
        }
        List<EventData> events = decision.decide(loaded);
        if (events.isEmpty()) {
            journal.assertIsAll(own);
            if (intent.claimed()) {
                claims.nothingToDo(intent, target);
            }
            return new Receipt(target, own.version(), true);
        }
        Commit commit = journal.append(
                own,
                new Draft(
                        intent.id(), intent.causationId(), intent.actor(), intent.at(), seen(loaded, target), events));
        return new Receipt(target, commit.version(), false);
    }

    private static Map<String, Head> seen(Map<StreamId, EventStream> loaded, StreamId target) {
        Map<String, Head> seen = new LinkedHashMap<>();
        loaded.forEach((id, stream) -> {
            if (!id.side().equals(target.side()) && stream.version() > 0) {
                seen.put(id.side(), stream.head());
            }
        });
        return seen;
    }
}
