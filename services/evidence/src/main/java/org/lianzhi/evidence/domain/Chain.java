package org.lianzhi.evidence.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.Commit;
import org.lianzhi.journal.CommitHash;

/**
 * What a record shows by itself: the commits that hold, from the first.
 *
 * @param brokenAt the first version that does not hold, and {@code problem} why; null when all do
 * @param unlinked the commits from there on, if they hold among themselves and only do not follow the one before
 */
record Chain(
        String stream,
        List<Commit> commits,
        @Nullable Long brokenAt,
        @Nullable String problem,
        List<Commit> unlinked) {

    static Chain of(String stream, Collection<Stored> found) {
        List<Commit> holding = new ArrayList<>();
        String head = CommitHash.GENESIS;
        List<Stored> sorted = sorted(found);
        for (Stored stored : sorted) {
            long version = holding.size() + 1L;
            String problem = stored.position() == version ? problem(stream, version, head, stored, found) : "missing";
            if (problem != null) {
                List<Commit> unlinked = problem.equals("unlinked")
                        ? unlinked(stream, sorted.subList(holding.size(), sorted.size()))
                        : List.of();
                return new Chain(stream, holding, version, problem, unlinked);
            }
            Commit commit = ((Stored.Readable) stored).commit();
            holding.add(commit);
            head = commit.hash();
        }
        return new Chain(stream, holding, null, null, List.of());
    }

    private static List<Stored> sorted(Collection<Stored> found) {
        return found.stream().sorted(Comparator.comparingLong(Stored::position)).toList();
    }

    long length() {
        return commits.size();
    }

    /** Hash of a commit that holds; the one before the first for version 0. */
    String hash(long version) {
        return version == 0
                ? CommitHash.GENESIS
                : commits.get((int) version - 1).hash();
    }

    /** Whether a claim confirms what comes after the break: then it is the commit before that was written anew. */
    boolean isConfirmedLater(Claim claim) {
        return unlinked.stream()
                .anyMatch(commit ->
                        commit.version() == claim.version() && commit.hash().equals(claim.hash()));
    }

    /** What hangs together with a commit that does not name the hash of the one before. */
    private static List<Commit> unlinked(String stream, List<Stored> from) {
        List<Commit> commits = new ArrayList<>();
        for (Stored stored : from) {
            if (!(stored instanceof Stored.Readable(long position, Commit commit))
                    || commit.version() != position
                    || !isWrittenFor(commit, stream, position)
                    || !commits.isEmpty()
                            && !commit.previousHash().equals(commits.getLast().hash())) {
                return commits;
            }
            commits.add(commit);
        }
        return commits;
    }

    private static @Nullable String problem(
            String stream, long version, String head, Stored stored, Collection<Stored> found) {
        return switch (stored) {
            case Stored.Unreadable unreadable -> unreadable.problem();
            case Stored.Readable(long position, Commit commit)
            when commit.version() == version && belongs(commit, stream, version, head) -> null;
            case Stored.Readable(long position, Commit commit)
            when readable(found).anyMatch(other -> other != commit && belongs(other, stream, version, head)) ->
                "reordered";
            case Stored.Readable(long position, Commit commit)
            when isLater(commit, stream, version, found.size()) -> "missing";
            case Stored.Readable(long position, Commit commit) when isWrittenFor(commit, stream, version) -> "unlinked";
            case Stored.Readable changed -> "changed";
        };
    }

    private static Stream<Commit> readable(Collection<Stored> found) {
        return found.stream()
                .filter(Stored.Readable.class::isInstance)
                .map(stored -> ((Stored.Readable) stored).commit());
    }

    private static boolean belongs(Commit commit, String stream, long version, String head) {
        return commit.previousHash().equals(head) && isWrittenFor(commit, stream, version);
    }

    /** A commit that was moved up to fill a hole. */
    private static boolean isLater(Commit commit, String stream, long version, int commits) {
        return LongStream.rangeClosed(version + 1, version + commits)
                .anyMatch(later -> isWrittenFor(commit, stream, later));
    }

    private static boolean isWrittenFor(Commit commit, String stream, long version) {
        return commit.stream().toString().equals(stream)
                && CommitHash.of(
                                commit.previousHash(),
                                stream,
                                version,
                                commit.commitId(),
                                commit.causationId(),
                                commit.actor(),
                                commit.appendedAt(),
                                commit.seen(),
                                commit.events().stream()
                                        .map(event -> CommitHash.digest(event.type(), event.json()))
                                        .toList())
                        .equals(commit.hash());
    }
}
