package org.lianzhi.journal;

import java.util.List;
import java.util.Optional;

/** All commits of a stream up to the moment it was loaded. */
public record EventStream(StreamId id, List<Commit> commits) {

    public EventStream {
        commits = List.copyOf(commits);
    }

    public Head head() {
        return commits.isEmpty() ? Head.NONE : commits.getLast().head();
    }

    public long version() {
        return head().version();
    }

    /** The commit of a command that was done before. */
    public Optional<Commit> find(String commitId) {
        return commits.stream()
                .filter(commit -> commit.commitId().equals(commitId))
                .findFirst();
    }
}
