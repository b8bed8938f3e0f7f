package org.lianzhi.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.IncomingEvent;
import org.lianzhi.journal.Listed;
import org.lianzhi.journal.StreamId;

/**
 * Keeps the checkpoints of other sides, each in a document of each keeper, also those that prove nothing: they are told and
 * looked at again when asked for. So none of them can stop the topic. A list for each record names the checkpoints about it.
 */
public final class KeptCheckpoints implements Listed<KeptCheckpoint, KeptCheckpoints.About> {

    /** Checkpoints of a side are streams of that many, numbered from 0. */
    public static final int SEGMENT = 256;

    static final String KIND = "checkpoint";

    /** In one way only: no second place has the number of another. */
    private static final Pattern SEGMENTS = Pattern.compile(KIND + "-(0|[1-9][0-9]{0,15})@[a-z]{2,3}");

    private final List<String> keepers;
    private final Consumer<KeptCheckpoint> arrived;

    /**
     * @param keepers sides or names; a side does not keep its own
     * @param arrived is told of each once it came, before it is written
     */
    public KeptCheckpoints(List<String> keepers, Consumer<KeptCheckpoint> arrived) {
        this.keepers = List.copyOf(keepers);
        this.arrived = arrived;
    }

    /** In the list of a record: the version that a checkpoint signs. */
    public record About(long version) {}

    @Override
    public String collection() {
        return "kept_checkpoints";
    }

    @Override
    public Class<KeptCheckpoint> type() {
        return KeptCheckpoint.class;
    }

    @Override
    public List<String> documents(IncomingEvent event) {
        if (!event.stream().kind().equals(KIND) || event.index() > 0) {
            return List.of();
        }
        return keepers.stream()
                .filter(keeper -> !keeper.equals(event.stream().side()))
                .map(keeper -> id(keeper, event.stream().toString(), event.version()))
                .toList();
    }

    @Override
    public long base(String id, StreamId stream) {
        return Long.parseLong(id.substring(id.lastIndexOf('/') + 1)) - 1;
    }

    @Override
    public KeptCheckpoint apply(String id, @Nullable KeptCheckpoint current, IncomingEvent event) {
        KeptCheckpoint kept = KeptCheckpoint.of(id.substring(0, id.indexOf('/')), event);
        arrived.accept(kept);
        return kept;
    }

    @Override
    public Map<String, Optional<About>> places(String id, KeptCheckpoint kept) {
        Map<String, Optional<About>> places = new LinkedHashMap<>();
        // Not what it may not speak of: whoever signs could make the lists of other sides' records as long as he likes.
        kept.read()
                .ifPresent(checkpoint -> checkpoint.changed().stream()
                        .filter(head -> Seal.isOwnCase(kept.side(), head))
                        .forEach(head -> places.put(
                                about(kept.keeper(), head.stream()), Optional.of(new About(head.version())))));
        return places;
    }

    /** Whether a stream holds checkpoints of a side. */
    public static boolean isOf(String side, String stream) {
        StreamId id = StreamId.parse(stream);
        return id.kind().equals(KIND) && id.side().equals(side);
    }

    /** The number of the checkpoint that belongs at a version of a stream; 0 where none does. */
    public static long number(String stream, long version) {
        Matcher segment = SEGMENTS.matcher(stream);
        return segment.matches() && version > 0 && version <= SEGMENT
                ? Long.parseLong(segment.group(1)) * SEGMENT + version
                : 0;
    }

    static String id(String keeper, String stream, long version) {
        return keeper + "/" + stream + "/" + version;
    }

    static String segment(String side, long number) {
        return new StreamId(KIND, Long.toString(number), side).toString();
    }

    static String about(String keeper, String stream) {
        return keeper + "/" + stream;
    }
}
