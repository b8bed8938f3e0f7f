package org.lianzhi.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.lianzhi.evidence.domain.Claim;
import org.lianzhi.journal.Projected;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.model.EvidenceEvent.CheckpointSigned;

/** Reads what one keeper has kept, and says which of it counts. */
public final class KeptReading {

    /** So many are asked for at once. */
    private static final int SEGMENTS = 64;

    private final String keeper;
    private final ReadModel<KeptCheckpoint> model;
    private final KnownKeys keys;

    public KeptReading(String keeper, ReadModel<KeptCheckpoint> model, KnownKeys keys) {
        this.keeper = keeper;
        this.model = model;
        this.keys = keys;
    }

    /** A checkpoint, and whether its signature counts. */
    public record Checked(KeptCheckpoint kept, Seal seal) {}

    public String keeper() {
        return keeper;
    }

    /** What the checkpoints say of a record: two accesses by key. */
    public List<Claim> claims(String stream) {
        return about(stream).stream()
                .flatMap(checked ->
                        claims(checked).filter(claim -> claim.stream().equals(stream)))
                .toList();
    }

    /** The checkpoints that say something of a record, in the order of their numbers. */
    public List<Checked> about(String stream) {
        List<String> ids = List.copyOf(model.entries(KeptCheckpoints.about(keeper, stream), KeptCheckpoints.About.class)
                .keySet());
        return check(ids);
    }

    /** The newest checkpoints of a side, up to {@link KeptCheckpoints#SEGMENT}, in the order of their numbers. */
    public List<Checked> newest(String side) {
        long newest = 0;
        for (long first = 0; ; first += SEGMENTS) {
            OptionalLong last = lastBegun(side, first);
            if (last.isEmpty()) {
                return segment(side, newest);
            }
            newest = last.getAsLong();
        }
    }

    /** Of so many segments the last whose first checkpoint is there, whatever somebody has done to it. */
    private OptionalLong lastBegun(String side, long first) {
        Map<String, Long> begins = new LinkedHashMap<>();
        LongStream.range(first, first + SEGMENTS)
                .forEach(number ->
                        begins.put(KeptCheckpoints.id(keeper, KeptCheckpoints.segment(side, number), 1), number));
        Set<String> there = new HashSet<>();
        there.addAll(model.find(begins.keySet(), there::add).keySet());
        return there.stream()
                .flatMap(id -> Stream.ofNullable(begins.get(id)))
                .mapToLong(Long::longValue)
                .max();
    }

    /** All of a side, for a command. What follows after a whole segment that is missing is not found. */
    public List<Checked> all(String side) {
        List<Checked> all = new ArrayList<>();
        for (long segment = 0; ; segment++) {
            List<Checked> some = segment(side, segment);
            if (some.isEmpty()) {
                return all;
            }
            all.addAll(some);
        }
    }

    private List<Checked> segment(String side, long number) {
        String stream = KeptCheckpoints.segment(side, number);
        return check(LongStream.rangeClosed(1, KeptCheckpoints.SEGMENT)
                .mapToObj(version -> KeptCheckpoints.id(keeper, stream, version))
                .toList());
    }

    /** One that cannot be read, or that says to be another than its key does, is missing. */
    private List<Checked> check(List<String> ids) {
        Map<String, List<KnownKeys.Key>> known = new HashMap<>();
        return model.find(ids, unreadable -> {}).values().stream()
                .filter(KeptReading::isInPlace)
                .map(Projected::state)
                .map(kept -> new Checked(kept, Seal.of(kept, side -> known.computeIfAbsent(side, keys::of))))
                .sorted(Comparator.comparingLong(checked -> checked.kept().number()))
                .toList();
    }

    private static boolean isInPlace(Projected<KeptCheckpoint> found) {
        KeptCheckpoint kept = found.state();
        return found.id().equals(KeptCheckpoints.id(kept.keeper(), kept.stream(), kept.version())) && kept.number() > 0;
    }

    /** Each head that was signed, and the commit of the checkpoint itself if its hash can be computed again. */
    public Stream<Claim> claims(Checked checked) {
        return Stream.concat(received(checked.kept()), signed(checked));
    }

    private Stream<Claim> received(KeptCheckpoint kept) {
        return kept.holds().filter(holds -> holds).stream()
                .map(any -> new Claim(
                        Claim.COPY,
                        keeper,
                        kept.stream(),
                        kept.version(),
                        kept.at(),
                        kept.stream(),
                        kept.version(),
                        kept.hash()));
    }

    private Stream<Claim> signed(Checked checked) {
        return switch (checked.seal()) {
            case Seal.Refused refused -> Stream.empty();
            case Seal.Sound(SignedWord word, CheckpointSigned checkpoint) ->
                checkpoint.changed().stream()
                        .map(head -> new Claim(
                                Claim.CHECKPOINT,
                                keeper,
                                checked.kept().stream(),
                                word.number(),
                                word.at(),
                                head.stream(),
                                head.version(),
                                head.hash()));
        };
    }
}
