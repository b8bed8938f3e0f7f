package org.lianzhi.benchmarks;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.lianzhi.journal.CommitHash;
import org.lianzhi.journal.Draft;
import org.lianzhi.journal.EventData;
import org.lianzhi.journal.Head;
import org.lianzhi.journal.StreamId;
import org.lianzhi.model.Actor;
import org.lianzhi.model.Side;

/** Commits as a service writes them, made in numbers. */
final class Backlog {

    static final String KIND = "report";
    static final String CITIZEN = Actor.citizen(new Side("hn")).written();
    static final String TYPE = "report.filed.v1";
    static final String EVENT = """
        {"channel":"web","category":"livestock-wastewater","county":"431129","suspectedCounty":"451123",\
        "bureau":"431129-branch","inBorderZone":true,"observedAt":"2024-07-08T01:00:00Z","weather":"rain",\
        "stillGoingOn":true,"photos":0,"contactGiven":true,"triageBy":"2024-07-15T01:00:00Z",\
        "triageRule":"triage","synthetic":true}\
        """;

    private static final String DIGEST = CommitHash.digest(TYPE, EVENT);

    private Backlog() {}

    static StreamId newStream() {
        return new StreamId(KIND, Renaming.newId(), "hn");
    }

    static Draft draft() {
        return new Draft(
                Renaming.newHash(),
                "request:0123456789abcdef",
                CITIZEN,
                Instant.ofEpochMilli(System.currentTimeMillis()),
                Map.of(),
                List.of(new EventData(TYPE, EVENT)));
    }

    /** Puts commits into an emptied journal that no relay has seen: so many streams, each with so many commits. */
    static void fill(MongoCollection<Document> journal, int streams, int commitsEach) {
        journal.drop();
        add(journal, streams, commitsEach);
    }

    /** The same beside what is there: so many reports. */
    static void add(MongoCollection<Document> journal, int reports) {
        add(journal, reports, 1);
    }

    private static void add(MongoCollection<Document> journal, int streams, int commitsEach) {
        List<Document> commits = new ArrayList<>();
        for (int i = 0; i < streams; i++) {
            StreamId stream = newStream();
            Head head = new Head(0, CommitHash.GENESIS);
            while (head.version() < commitsEach) {
                head = add(commits, stream, head);
            }
        }
        journal.insertMany(commits);
    }

    /** With the hashes that a consumer checks. */
    private static Head add(List<Document> commits, StreamId stream, Head before) {
        Draft draft = draft();
        long version = before.version() + 1;
        String hash = CommitHash.of(
                before.hash(),
                stream.toString(),
                version,
                draft.commitId(),
                draft.causationId(),
                draft.actor(),
                draft.at(),
                draft.seen(),
                List.of(DIGEST));
        commits.add(new Document("_id", stream + "/" + version)
                .append("streamId", stream.toString())
                .append("version", version)
                .append("commitId", draft.commitId())
                .append("causationId", draft.causationId())
                .append("actor", draft.actor())
                .append("appendedAt", Date.from(draft.at()))
                .append("seen", new Document())
                .append("events", List.of(new Document("type", TYPE).append("json", EVENT)))
                .append("previousHash", before.hash())
                .append("hash", hash)
                .append("relayedAt", null));
        return new Head(version, hash);
    }
}
