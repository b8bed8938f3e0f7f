package org.lianzhi.portal.supervision;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the two records are whole: every commit names the hash of the one before. */
public record Verification(Instant checkedAt, List<Chain> chains) {

    public boolean whole() {
        return chains.stream().allMatch(chain -> chain.brokenAt() == null);
    }

    /**
     * One side's record.
     *
     * @param commits how many were checked
     * @param head hash of the last one, in hexadecimal
     * @param brokenAt the first commit that does not fit; absent if all do
     * @param problem message key of why it does not
     * @param provenUpTo the last commit that somebody else confirms; 0 if nobody does
     * @param proofs who holds the proof, each in words
     * @param proofHref where the record can be taken away with its proof
     */
    public record Chain(
            String side,
            long commits,
            String head,
            @Nullable Long brokenAt,
            @Nullable String problem,
            long provenUpTo,
            List<String> proofs,
            String proofHref) {

        public boolean whole() {
            return brokenAt == null;
        }
    }
}
