package org.lianzhi.evidence.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lianzhi.journal.Commit;
import org.lianzhi.journal.CommitHash;
import org.lianzhi.journal.EventData;
import org.lianzhi.journal.Head;
import org.lianzhi.journal.StreamId;

/** Records to tamper with. */
public final class Commits {

    private static final Instant START = Instant.parse("2024-07-29T01:00:00Z");

    private Commits() {}

    /** @param seenAt which head of the other side each version names */
    public static List<Commit> record(String stream, int commits, String words, Map<Long, Head> seenAt) {
        List<Commit> record = new ArrayList<>();
        for (long version = 1; version <= commits; version++) {
            String previous =
                    record.isEmpty() ? CommitHash.GENESIS : record.getLast().hash();
            Head seen = seenAt.get(version);
            record.add(hashed(new Commit(
                    StreamId.parse(stream),
                    version,
                    "c" + version,
                    "cause",
                    "hn/-/policy/test",
                    START.plusSeconds(version),
                    seen == null ? Map.of() : Map.of(stream.endsWith("@hn") ? "gx" : "hn", seen),
                    List.of(
                            new EventData("case.noted.v1", "{\"words\":\"" + words + "\"}"),
                            new EventData("case.noted.v1", "{\"words\":\"二\"}")),
                    previous,
                    "")));
        }
        return record;
    }

    /** As somebody writes it who computes the hashes anew. */
    public static Commit hashed(Commit c) {
        return with(c, c.version(), c.events(), CommitHash.recompute(c));
    }

    public static Commit with(Commit c, long version, List<EventData> events, String hash) {
        return new Commit(
                c.stream(),
                version,
                c.commitId(),
                c.causationId(),
                c.actor(),
                c.appendedAt(),
                c.seen(),
                events,
                c.previousHash(),
                hash);
    }

    public static List<Stored> stored(List<Commit> commits) {
        return commits.stream()
                .<Stored>map(commit -> new Stored.Readable(commit.version(), commit))
                .toList();
    }
}
