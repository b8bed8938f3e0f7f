package org.lianzhi.evidence.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result for one record.
 *
 * @param commits that hold, counted from the first
 * @param head hash of the last of them
 * @param brokenAt version of the first that does not hold; null when all do
 * @param problem code: {@code changed} (content and hash disagree), {@code missing}, {@code reordered} (what belongs here
 *     lies elsewhere), {@code unlinked} (it does not name the hash of the one before), {@code truncated} (somebody has seen
 *     more; it may also be on its way), {@code rewritten} (all hashes hold, and somebody has seen other ones, or it says of
 *     another record what others refute), {@link #BEHIND}; null when all hold
 * @param provenUpTo the last version whose hash somebody outside confirms; 0 when nobody does
 * @param proofs who holds the proof, one of each holder: against the record if it is broken, else for {@code provenUpTo}
 */
public record Verdict(
        String stream,
        long commits,
        String head,
        @Nullable Long brokenAt,
        @Nullable String problem,
        long provenUpTo,
        List<Claim> proofs) {

    /** Code of what is told of a copy only: all that has come holds, and the rest is on its way. */
    public static final String BEHIND = "behind";

    public Verdict {
        proofs = List.copyOf(proofs);
    }

    public boolean intact() {
        return brokenAt == null;
    }
}
