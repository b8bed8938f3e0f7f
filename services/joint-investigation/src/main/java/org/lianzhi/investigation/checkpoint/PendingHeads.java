package org.lianzhi.investigation.checkpoint;

import com.mongodb.MongoException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.lianzhi.evidence.domain.Claim;
import org.lianzhi.evidence.domain.RecordCheck;
import org.lianzhi.evidence.domain.Stored;
import org.lianzhi.evidence.domain.Verdict;
import org.lianzhi.journal.Commit;
import org.lianzhi.journal.Head;
import org.lianzhi.journal.Journal;
import org.lianzhi.journal.StoreUnavailable;
import org.lianzhi.journal.StreamId;
import org.lianzhi.model.Side;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The heads of cases that may be newer than what is signed. None is signed because it lies in the journal: whoever may write
 * into that could have anything signed. The record is loaded, as each command on it does, and must hold up to there and
 * still contain what was signed of it before.
 */
final class PendingHeads {

    private static final Logger LOG = LoggerFactory.getLogger(PendingHeads.class);
    private static final String KIND = "case";

    private final Map<StreamId, Head> heads = new ConcurrentHashMap<>();
    private final Map<StreamId, Withheld> withheld = new ConcurrentHashMap<>();

    /** Of what lies in the journal as a head, and why it is not signed. */
    private record Withheld(long version, String why) {}

    void keep(Commit commit) {
        if (commit.stream().kind().equals(KIND)) {
            keep(commit.stream(), commit.head());
        }
    }

    private void keep(StreamId stream, Head head) {
        heads.merge(stream, head, (one, other) -> one.version() > other.version() ? one : other);
    }

    /** Takes in what this instance was not told of: another one appended it, or nobody knew whether it was written. */
    void look(Journal all, Side side) {
        Map<StreamId, Head> there = all.heads(KIND, side.code());
        there.forEach(this::keep);
        withheld.entrySet().removeIf(each -> {
            Head head = there.get(each.getKey());
            return each.getKey().side().equals(side.code())
                    && (head == null || head.version() < each.getValue().version());
        });
    }

    /** How many records have something that is not signed because they do not hold. */
    int withheld() {
        return withheld.size();
    }

    /** The heads of a side that are newer than what it has signed, as many as fit into a checkpoint. */
    Map<String, Head> sound(Journal all, SignedHeads signed, Side side) {
        Map<String, StreamId> own = new TreeMap<>();
        heads.keySet().stream()
                .filter(stream -> stream.side().equals(side.code()))
                .forEach(stream -> own.put(stream.toString(), stream));
        Map<String, Head> sound = new LinkedHashMap<>();
        own.forEach((name, stream) -> {
            Head head = heads.get(stream);
            Head before = signed.of(name);
            if (head == null || before != null && before.version() >= head.version()) {
                drop(stream, head);
            } else if (sound.size() < SignedHeads.MOST) {
                Head verified = verified(all, stream, head, before);
                if (verified != null) {
                    sound.put(name, verified);
                }
            }
        });
        return sound;
    }

    private void drop(StreamId stream, @Nullable Head head) {
        if (head != null) {
            heads.remove(stream, head);
            holds(stream, head.version());
        }
    }

    private void holds(StreamId stream, long version) {
        withheld.computeIfPresent(stream, (any, one) -> one.version() > version ? one : null);
    }

    /** The head up to which the record holds; null when it does not, or all of that is signed. */
    private @Nullable Head verified(Journal all, StreamId stream, Head head, @Nullable Head before) {
        List<Stored> record;
        try {
            record = all.load(stream).commits().stream()
                    .<Stored>map(commit -> new Stored.Readable(commit.version(), commit))
                    .toList();
        } catch (StoreUnavailable | MongoException e) {
            throw e;
        } catch (RuntimeException e) {
            withhold(stream, head, "it cannot be read: " + e);
            return null;
        }
        Verdict verdict = RecordCheck.check(Map.of(stream.toString(), record), name -> signed(name, before))
                .getFirst();
        if (!verdict.intact()) {
            withhold(stream, head, "commit " + verdict.brokenAt() + " is " + verdict.problem());
            return null;
        }
        if (verdict.commits() < head.version()) {
            withhold(stream, head, "commit " + (verdict.commits() + 1) + " is missing");
        } else {
            holds(stream, verdict.commits());
        }
        // What somebody puts behind a hole must not keep what is before it from being signed.
        return verdict.commits() > (before == null ? 0 : before.version())
                ? new Head(verdict.commits(), verdict.head())
                : null;
    }

    private static List<Claim> signed(String stream, @Nullable Head before) {
        return before == null
                ? List.of()
                : List.of(new Claim(
                        Claim.CHECKPOINT, "signer", stream, 0, null, stream, before.version(), before.hash()));
    }

    /** It is loaded again when something is appended to it, and at the next look. */
    private void withhold(StreamId stream, Head head, String why) {
        Withheld now = new Withheld(head.version(), why);
        if (!now.equals(withheld.put(stream, now))) {
            LOG.warn("commit {} of {} is not signed, the record does not hold: {}", head.version(), stream, why);
        }
        heads.remove(stream, head);
    }
}
