package org.lianzhi.journal;

import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a commit is written in the collection {@code journal}. */
final class CommitDocuments {

    static final String COLLECTION = "journal";
    static final String RELAYED_AT = "relayedAt";
    static final String STREAM = "streamId";
    static final String VERSION = "version";

    private static final Logger LOG = LoggerFactory.getLogger(CommitDocuments.class);

    private CommitDocuments() {}

    /** Where a commit stands, by the key of its document: it never changes, whatever happened to the rest. */
    record Place(StreamId stream, long version) {

        /** Empty, and told of, when it is the key of no commit. */
        static Optional<Place> of(Document document) {
            try {
                String key = document.getString("_id");
                int slash = key.lastIndexOf('/');
                StreamId stream = StreamId.parse(key.substring(0, slash));
                return Optional.of(new Place(stream, Long.parseLong(key.substring(slash + 1))));
            } catch (RuntimeException e) {
                LOG.error("{} in the journal is no commit", document.get("_id"));
                return Optional.empty();
            }
        }
    }

    static Document write(Commit commit) {
        Document seen = new Document();
        commit.seen()
                .forEach((side, head) ->
                        seen.append(side, new Document("version", head.version()).append("hash", head.hash())));
        return new Document("_id", commit.documentId())
                .append(STREAM, commit.stream().toString())
                .append(VERSION, commit.version())
                .append("commitId", commit.commitId())
                .append("causationId", commit.causationId())
                .append("actor", commit.actor())
                .append("appendedAt", Date.from(commit.appendedAt()))
                .append("seen", seen)
                .append(
                        "events",
                        commit.events().stream()
                                .map(event -> new Document("type", event.type()).append("json", event.json()))
                                .toList())
                .append("previousHash", commit.previousHash())
                .append("hash", commit.hash())
                .append(RELAYED_AT, null);
    }

    static Commit read(Document document) {
        Map<String, Head> seen = new LinkedHashMap<>();
        document.get("seen", new Document())
                .forEach((side, head) -> seen.put(side, head((Document) Objects.requireNonNull(head))));
        List<EventData> events = document.getList("events", Document.class).stream()
                .map(event -> new EventData(event.getString("type"), event.getString("json")))
                .toList();
        return new Commit(
                StreamId.parse(document.getString(STREAM)),
                document.getLong(VERSION),
                document.getString("commitId"),
                document.getString("causationId"),
                document.getString("actor"),
                document.getDate("appendedAt").toInstant(),
                seen,
                events,
                document.getString("previousHash"),
                document.getString("hash"));
    }

    /** @throws IllegalStateException when it says that it stands elsewhere than where it lies */
    static Commit readInPlace(Document document) {
        assertInPlace(document);
        return read(document);
    }

    /** @throws IllegalStateException when it says that it stands elsewhere than where it lies */
    static void assertInPlace(Document document) {
        String says = document.get(STREAM) + "/" + document.get(VERSION);
        if (!says.equals(document.get("_id"))) {
            throw new IllegalStateException(document.get("_id") + " says that it is " + says);
        }
    }

    /**
     * What the relay may send: a commit of the place at which it lies. One that says otherwise would be sent in the place of
     * another, or again and again.
     *
     * @throws IllegalStateException when somebody has changed it so far that it is none
     */
    static Commit readToSend(Document document) {
        Commit commit = readInPlace(document);
        if (commit.events().isEmpty()) {
            throw new IllegalStateException(document.get("_id") + " has no events");
        }
        return commit;
    }

    private static Head head(Document head) {
        return new Head(head.getLong("version"), head.getString("hash"));
    }
}
