package org.lianzhi.timeline.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.CommitHash;

/** Recomputes the hash chain of a received record. */
public final class RecordCheck {

    private RecordCheck() {}

    /**
     * The result.
     *
     * @param commits that hold, counted from the first
     * @param head hash of the last of them
     * @param brokenAt version of the first that does not hold; null when all do
     * @param problem code: {@code changed}, {@code missing} or {@code unlinked}; null when all hold
     */
    public record Result(
            String stream,
            long commits,
            String head,
            @Nullable Long brokenAt,
            @Nullable String problem) {

        public boolean intact() {
            return brokenAt == null;
        }
    }

    public static Result check(String stream, List<RecordEntry> entries) {
        TreeMap<Long, List<RecordEntry>> commits = new TreeMap<>();
        entries.forEach(entry -> commits.computeIfAbsent(entry.version(), any -> new ArrayList<>())
                .add(entry));
        String head = CommitHash.GENESIS;
        long version = 0;
        for (Map.Entry<Long, List<RecordEntry>> commit : commits.entrySet()) {
            String problem = problem(commit.getKey(), commit.getValue(), version, head);
            if (problem != null) {
                return new Result(stream, version, head, version + 1, problem);
            }
            version = commit.getKey();
            head = commit.getValue().getFirst().hash();
        }
        return new Result(stream, version, head, null, null);
    }

    private static @Nullable String problem(long version, List<RecordEntry> commit, long last, String head) {
        RecordEntry first = commit.getFirst();
        if (version != last + 1 || commit.size() != first.size()) {
            return "missing";
        }
        if (!first.previousHash().equals(head)) {
            return "unlinked";
        }
        return recompute(commit).equals(first.hash()) ? null : "changed";
    }

    private static String recompute(List<RecordEntry> commit) {
        commit.sort(Comparator.comparingInt(RecordEntry::index));
        RecordEntry first = commit.getFirst();
        return CommitHash.of(
                first.previousHash(),
                first.stream(),
                first.version(),
                first.commitId(),
                first.causationId(),
                first.actor(),
                first.at(),
                first.seenHeads(),
                commit.stream().map(RecordEntry::digest).toList());
    }
}
