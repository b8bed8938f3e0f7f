package org.lianzhi.benchmarks;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.lianzhi.journal.CommitHash;
import org.lianzhi.journal.Draft;
import org.lianzhi.journal.EventData;
import org.lianzhi.journal.StreamId;

/** Commits as a service writes them, made in numbers. */
final class Backlog {

    static final String KIND = "report";
    static final String TYPE = "report.filed.v1";
    static final String EVENT = """
        {"channel":"web","category":"livestock-wastewater","county":"431129","suspectedCounty":"451123",\
        "bureau":"431129-branch","inBorderZone":true,"observedAt":"2024-07-08T01:00:00Z","weather":"rain",\
        "stillGoingOn":true,"photos":0,"contactGiven":true,"triageBy":"2024-07-15T01:00:00Z",\
        "triageRule":"triage","synthetic":true}\
        """;

    private Backlog() {}

    static StreamId newStream() {
        return new StreamId(KIND, Renaming.newId(), "hn");
    }

    static Draft draft() {
        return new Draft(
                Renaming.newHash(),
                "request:0123456789abcdef",
                "citizen@hn",
                Instant.ofEpochMilli(System.currentTimeMillis()),
                Map.of(),
                List.of(new EventData(TYPE, EVENT)));
    }

    /** Puts commits into an emptied journal that no relay has seen: so many streams, each with so many commits. */
    static void fill(MongoCollection<Document> journal, int streams, int commitsEach) {
        journal.drop();
        List<Document> commits = new ArrayList<>();
        for (int i = 0; i < streams; i++) {
            StreamId stream = newStream();
            for (long version = 1; version <= commitsEach; version++) {
                commits.add(commit(stream, version));
            }
        }
        journal.insertMany(commits);
    }

    /** With hashes that nothing checks here; their length is right. */
    private static Document commit(StreamId stream, long version) {
        Draft draft = draft();
        return new Document("_id", stream + "/" + version)
                .append("streamId", stream.toString())
                .append("version", version)
                .append("commitId", draft.commitId())
                .append("causationId", draft.causationId())
                .append("actor", draft.actor())
                .append("appendedAt", java.util.Date.from(draft.at()))
                .append("seen", new Document())
                .append("events", List.of(new Document("type", TYPE).append("json", EVENT)))
                .append("previousHash", CommitHash.GENESIS)
                .append("hash", draft.commitId())
                .append("relayedAt", null);
    }
}
