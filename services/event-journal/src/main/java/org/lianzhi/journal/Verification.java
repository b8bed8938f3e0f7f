package org.lianzhi.journal;

import java.util.List;

/** Recomputes the hash chain of a stream. */
public final class Verification {

    private Verification() {}

    /** What the chain shows. */
    public sealed interface Result {

        /** Every commit is as it was written. */
        record Intact(long commits, Head head) implements Result {}

        /**
         * From this version on the chain does not hold.
         *
         * @param problem code: {@code changed}, {@code missing} or {@code unlinked}
         */
        record Broken(long version, String problem) implements Result {}
    }

    public static Result verify(List<Commit> commits) {
        Head head = Head.NONE;
        for (Commit commit : commits) {
            if (commit.version() != head.version() + 1) {
                return new Result.Broken(head.version() + 1, "missing");
            }
            if (!commit.previousHash().equals(head.hash())) {
                return new Result.Broken(commit.version(), "unlinked");
            }
            if (!CommitHash.recompute(commit).equals(commit.hash())) {
                return new Result.Broken(commit.version(), "changed");
            }
            head = commit.head();
        }
        return new Result.Intact(commits.size(), head);
    }
}
