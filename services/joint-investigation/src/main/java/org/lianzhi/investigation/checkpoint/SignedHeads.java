package org.lianzhi.investigation.checkpoint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianzhi.evidence.KeptCheckpoints;
import org.lianzhi.evidence.SignedWord;
import org.lianzhi.journal.Commit;
import org.lianzhi.journal.CommitHash;
import org.lianzhi.journal.EventStream;
import org.lianzhi.journal.Head;
import org.lianzhi.journal.Journal;
import org.lianzhi.journal.MerkleRoot;
import org.lianzhi.journal.StreamId;
import org.lianzhi.model.EvidenceEvent.CheckpointSigned;
import org.lianzhi.model.EvidenceEvent.SignedHead;
import org.lianzhi.model.Side;
import org.lianzhi.model.wire.EventJson;

/** All that one side has signed so far: the fold of its checkpoints. */
final class SignedHeads {

    /** A stream of checkpoints is closed after so many, so that none gets too long to be loaded for the next. */
    static final int SEGMENT = KeptCheckpoints.SEGMENT;

    /** So many changed heads fit into one event; the next checkpoint takes the rest. */
    static final int MOST = 4000;

    private final Side side;
    private final SortedMap<String, Head> heads = new TreeMap<>();
    private long number;
    private String root = CommitHash.GENESIS;

    SignedHeads(Side side) {
        this.side = side;
    }

    /**
     * Takes in what was signed since it did so last, by whomever: reads the last segment, and at a start all of them. What lies
     * there and was not signed by this side takes a place and signs nothing: whoever could write into the journal could
     * otherwise keep a record from being signed.
     */
    void catchUp(Journal journal, Counts counts) {
        EventStream segment;
        do {
            segment = journal.load(segment());
            String name = segment.id().toString();
            segment.commits().forEach(commit -> take(KeptCheckpoints.number(name, commit.version()), commit, counts));
        } while (segment.version() >= SEGMENT && !segment().equals(segment.id()));
    }

    private void take(long place, Commit commit, Counts counts) {
        if (place <= number) {
            return;
        }
        number = place;
        commit.events().stream()
                .limit(1)
                .flatMap(event -> EventJson.read(event.type(), event.json()).stream())
                .filter(CheckpointSigned.class::isInstance)
                .map(CheckpointSigned.class::cast)
                .forEach(checkpoint -> take(place, checkpoint, counts));
    }

    /**
     * One that was signed with a key that does not count may have been signed by this side before its key was changed: the heads
     * are signed once more, and what is signed next goes on behind it.
     */
    private void take(long place, CheckpointSigned checkpoint, Counts counts) {
        if (counts.as(place, checkpoint)) {
            add(checkpoint);
        } else if (counts.isWhole(place, checkpoint)) {
            root = checkpoint.root();
        }
    }

    void add(CheckpointSigned checkpoint) {
        checkpoint.changed().forEach(head -> heads.put(head.stream(), new Head(head.version(), head.hash())));
        root = checkpoint.root();
    }

    /** Whether what lies at the place of a checkpoint is one. */
    interface Counts {

        /** Signed by a key of the side. */
        boolean as(long number, CheckpointSigned checkpoint);

        /** Signed by whomever. */
        boolean isWhole(long number, CheckpointSigned checkpoint);
    }

    /** The head of a record that was signed last. */
    @Nullable
    Head of(String stream) {
        return heads.get(stream);
    }

    /** The number of the next checkpoint. */
    long nextNumber() {
        return number + 1;
    }

    /** The stream that takes the next checkpoint. */
    StreamId segment() {
        return new StreamId("checkpoint", Long.toString(number / SEGMENT), side.code());
    }

    /** What the next checkpoint would sign; null when nothing has changed. */
    @Nullable
    Draft next(Map<String, Head> now) {
        List<SignedHead> changed = new ArrayList<>();
        SortedMap<String, Head> all = new TreeMap<>(heads);
        new TreeMap<>(now).forEach((stream, head) -> {
            Head before = heads.get(stream);
            // Another instance may have signed a newer one than this one knows.
            if (changed.size() < MOST && (before == null || before.version() < head.version())) {
                changed.add(new SignedHead(stream, head.version(), head.hash()));
                all.put(stream, head);
            }
        });
        return changed.isEmpty() ? null : new Draft(nextNumber(), root, MerkleRoot.ofHeads(all), all.size(), changed);
    }

    /** A checkpoint without signature; the components are those of the event. */
    record Draft(long number, String previousRoot, String root, long records, List<SignedHead> changed) {

        CheckpointSigned signed(Side side, SideKey key, Instant at) {
            String changes = MerkleRoot.of(SignedWord.leaves(changed));
            String payload =
                    EventJson.writeRecord(new SignedWord(side, number, at, previousRoot, root, records, changes));
            return new CheckpointSigned(number, previousRoot, root, records, changed, key.id(), key.sign(payload));
        }
    }
}
