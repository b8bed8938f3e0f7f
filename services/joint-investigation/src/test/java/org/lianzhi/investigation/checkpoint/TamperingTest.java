package org.lianzhi.investigation.checkpoint;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianzhi.evidence.JournalStore;
import org.lianzhi.evidence.KeptReading;
import org.lianzhi.evidence.KnownKeys;
import org.lianzhi.evidence.command.Report;
import org.lianzhi.evidence.command.VerifyCommand;
import org.lianzhi.journal.CommitHash;
import org.lianzhi.journal.Draft;
import org.lianzhi.journal.EventData;
import org.lianzhi.journal.EventStream;
import org.lianzhi.journal.Head;
import org.lianzhi.journal.Journal;
import org.lianzhi.journal.StreamId;
import org.lianzhi.model.EvidenceEvent.CheckpointSigned;
import org.lianzhi.model.wire.EventJson;
import org.lianzhi.test.OnBackends;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Somebody who may write into the database of joint-investigation does so; the check names what and by whom it is proven. */
@SpringBootTest(
        properties = {
            "spring.config.name=joint-investigation",
            "lianzhi.checkpoints.every=1h",
            "lianzhi.checkpoints.look-again=0s"
        })
@OnBackends
class TamperingTest {

    private static final Instant AT = Instant.parse("2024-07-29T01:00:00Z");

    @TempDir
    static Path keys;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry registry) {
        registry.add("lianzhi.checkpoints.keys", () -> keys);
        registry.add("lianzhi.evidence.known", () -> keys);
    }

    @TestConfiguration
    static class Counted {
        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    private final Journal journal;
    private final Checkpoints checkpoints;
    private final MongoTemplate mongo;
    private final MongoCollection<Document> documents;
    private final MeterRegistry meters;
    private final String id = UUID.randomUUID().toString();
    private final StreamId hunan = new StreamId("case", id, "hn");
    private final StreamId guangxi = new StreamId("case", id, "gx");

    TamperingTest(
            @Autowired Journal journal,
            @Autowired Checkpoints checkpoints,
            @Autowired MongoTemplate mongo,
            @Autowired MeterRegistry meters) {
        this.journal = journal;
        this.checkpoints = checkpoints;
        this.mongo = mongo;
        this.documents = mongo.getCollection("journal");
        this.meters = meters;
    }

    /** Five commits of Hunan, of which Guangxi has seen four; the heads of both are signed and kept by the other side. */
    @BeforeEach
    void story() {
        for (int i = 1; i <= 4; i++) {
            append(hunan, Map.of());
        }
        append(guangxi, Map.of());
        append(guangxi, Map.of("hn", journal.load(hunan).head()));
        append(hunan, Map.of("gx", journal.load(guangxi).head()));
        checkpoints.sign();
        awaitKept();
        assertThat(line(hunan)).startsWith("ok").contains("5 commits", "confirmed up to 5", "kept by gx");
        assertThat(line(guangxi)).startsWith("ok").contains("confirmed up to 2", "kept by hn");
    }

    @Test
    void what_is_written_and_signed_while_the_check_runs_is_no_difference() {
        JournalStore before = records();
        append(hunan, Map.of());
        checkpoints.sign();
        awaitKept();
        assertThat(line(hunan, report(before))).startsWith("ok").contains("6 commits", "confirmed up to 6");
    }

    @Test
    void what_another_instance_has_appended_is_signed_too() {
        Document last = document(hunan, 5);
        append(hunan, Map.of());
        Document next = document(hunan, 6);
        documents.deleteOne(Filters.eq("_id", hunan + "/6"));
        checkpoints.sign();
        assertThat(line(hunan)).contains("5 commits", "confirmed up to 5");

        put(next);
        assertThat(next.getString("previousHash")).isEqualTo(last.getString("hash"));
        checkpoints.sign();
        awaitKept();
        assertThat(line(hunan)).startsWith("ok").contains("6 commits", "confirmed up to 6");
    }

    @Test
    void what_somebody_puts_into_the_journal_is_not_signed_and_hinders_nothing() {
        StreamId none = new StreamId("case", id + "-none", "hn");
        put(new Document("_id", none + "/1")
                .append("streamId", none.toString())
                .append("version", 1L)
                .append("hash", "x"));
        put(new Document("_id", hunan + "/1000000")
                .append("streamId", hunan.toString())
                .append("version", 1_000_000L)
                .append("hash", "f".repeat(64)));
        int before = checkpoints.withheld();
        append(hunan, Map.of());
        append(guangxi, Map.of());
        checkpoints.sign();
        assertThat(checkpoints.withheld()).isEqualTo(before + 2);

        documents.deleteMany(Filters.in("_id", none + "/1", hunan + "/1000000"));
        awaitKept();
        assertThat(line(hunan)).startsWith("ok").contains("6 commits", "confirmed up to 6");
        checkpoints.sign();
        assertThat(checkpoints.withheld()).isEqualTo(before);
    }

    @Test
    void a_flipped_byte_is_a_changed_commit() {
        documents.updateOne(
                Filters.eq("_id", hunan + "/3"), Updates.set("events.0.json", "{\"words\":\"what it was not\"}"));
        assertThat(line(hunan)).contains("WRONG", "commit 3 is changed", "kept by gx", "commit 2 of " + guangxi);
    }

    @Test
    void a_document_that_is_no_commit_any_more_is_a_changed_commit() {
        documents.updateOne(Filters.eq("_id", hunan + "/3"), Updates.set("events", "none"));
        assertThat(line(hunan)).contains("WRONG", "commit 3 is changed");
    }

    @Test
    void a_field_that_was_taken_out_is_a_changed_commit_whichever_it_is() {
        for (String field : List.of(
                "streamId",
                "version",
                "commitId",
                "causationId",
                "actor",
                "appendedAt",
                "seen.gx.hash",
                "seen.gx.version",
                "events",
                "events.0.type",
                "events.0.json",
                "previousHash",
                "hash")) {
            Document before = document(hunan, 5);
            documents.updateOne(Filters.eq("_id", hunan + "/5"), Updates.unset(field));
            assertThat(line(hunan)).as(field).contains("WRONG", "commit 5 is changed");
            assertThat(line(guangxi)).as(field).startsWith("ok");
            put(before);
        }
        assertThat(line(hunan)).startsWith("ok");
    }

    @Test
    void what_is_no_place_of_a_record_has_a_line_of_its_own_and_the_records_have_theirs() {
        List<String> strays = List.of("x", "x/1", "x@y/1", hunan + "/01", hunan + "/0", "x\u001b[2J\n");
        StreamId none = new StreamId("checkpoint", "a", "hn");
        strays.forEach(key -> put(new Document("_id", key)));
        put(new Document("_id", none + "/1"));
        try {
            assertThat(report())
                    .containsAll(strays.stream()
                            .map(key -> "WRONG  " + key.replaceAll("[\u001b\n]", "?")
                                    + " in joint-investigation: this is no place of any record")
                            .toList());
            assertThat(report().getLast()).endsWith("Documents that belong to no record: 6.");
            assertThat(line(none)).contains("WRONG", "commit 1 is changed");
            assertThat(line(hunan)).startsWith("ok");
        } finally {
            documents.deleteMany(Filters.in("_id", strays));
            documents.deleteOne(Filters.eq("_id", none + "/1"));
        }
    }

    @Test
    void a_dropped_commit_is_missing() {
        documents.deleteOne(Filters.eq("_id", hunan + "/3"));
        assertThat(line(hunan)).contains("WRONG", "commit 3 is missing", "kept by gx");
    }

    @Test
    void a_database_that_was_rolled_back_is_a_truncated_record() {
        documents.deleteOne(Filters.eq("_id", hunan + "/5"));
        assertThat(line(hunan))
                .contains("WRONG", "commit 5 is truncated", "confirmed up to 4", "of hn kept by gx")
                .as("Guangxi has not seen the last one")
                .doesNotContain("of " + guangxi);
    }

    @Test
    void a_record_that_is_gone_is_a_truncated_record() {
        documents.deleteMany(Filters.in("_id", hunan + "/1", hunan + "/2", hunan + "/3", hunan + "/4", hunan + "/5"));
        assertThat(line(hunan)).contains("WRONG", "commit 1 is truncated", "kept by gx", "commit 2 of " + guangxi);
    }

    @Test
    void a_record_that_is_gone_before_anybody_signed_it_is_missed_by_the_record_that_names_it() {
        StreamId named = new StreamId("case", id + "-2", "gx");
        StreamId naming = new StreamId("case", id + "-2", "hn");
        append(named, Map.of());
        append(naming, Map.of("gx", journal.load(named).head()));
        documents.deleteOne(Filters.eq("_id", named + "/1"));
        assertThat(line(named)).contains("WRONG", "commit 1 is truncated", "commit 1 of " + naming);
        assertThat(line(naming)).startsWith("ok");
    }

    @Test
    void two_that_were_swapped_are_reordered() {
        Document second = document(hunan, 2);
        Document third = document(hunan, 3);
        put(second.append("_id", hunan + "/3").append("version", 3L));
        put(third.append("_id", hunan + "/2").append("version", 2L));
        assertThat(line(hunan)).contains("WRONG", "commit 2 is reordered");
    }

    @Test
    void a_record_written_anew_with_hashes_that_hold_is_rewritten() {
        anew(hunan, 5, "as it should have been");
        assertThat(line(hunan)).contains("WRONG", "commit 4 is rewritten", "commit 2 of " + guangxi, "kept by gx");
    }

    @Test
    void both_records_written_anew_to_fit_each_other_are_shown_by_the_checkpoints_of_the_other_side_only() {
        anew(hunan, 4, "as it should have been");
        anew(guangxi, 2, "too");
        anew(hunan, 5, "as it should have been");
        anew(guangxi, 2, "too");
        assertThat(line(hunan))
                .contains("WRONG", "commit 5 is rewritten", "of hn kept by gx")
                .doesNotContain(" of case-");
        assertThat(line(guangxi))
                .contains("WRONG", "commit 2 is rewritten", "of gx kept by hn")
                .doesNotContain(" of case-");
    }

    @Test
    void who_also_removes_the_own_checkpoint_is_shown_by_the_kept_one() {
        StreamId stream = new StreamId("checkpoint", "0", "hn");
        long version = journal.load(stream).version();
        Document removed = document(stream, version);
        documents.deleteOne(Filters.eq("_id", stream + "/" + version));
        documents.deleteOne(Filters.eq("_id", hunan + "/5"));
        try {
            assertThat(line(hunan)).contains("WRONG", "commit 5 is truncated", "kept by gx");
            assertThat(line(stream)).contains("WRONG", "commit " + version + " is truncated", "as gx received it");
        } finally {
            put(removed);
        }
    }

    @Test
    void a_kept_checkpoint_that_was_removed_is_missed() {
        String key = "gx/checkpoint-0@hn/1";
        MongoCollection<Document> kept = mongo.getCollection("kept_checkpoints");
        Document removed = requireNonNull(kept.find(Filters.eq("_id", key)).first());
        kept.deleteOne(Filters.eq("_id", key));
        try {
            assertThat(report()).anyMatch(line -> line.equals("WRONG  checkpoints of hn kept by gx: 1 is missing"));
        } finally {
            kept.insertOne(removed);
        }
    }

    @Test
    void a_checkpoint_that_was_signed_a_moment_ago_may_not_be_kept_yet() {
        MongoCollection<Document> kept = mongo.getCollection("kept_checkpoints");
        Document last = requireNonNull(kept.find(Filters.regex("_id", "^hn/checkpoint-0@gx/"))
                .sort(Sorts.descending("state.version"))
                .first());
        kept.deleteOne(Filters.eq("_id", last.get("_id")));
        try {
            assertThat(report(records(), Duration.ofHours(1)))
                    .filteredOn(line -> line.contains("checkpoints of gx kept by hn: "))
                    .singleElement()
                    .asString()
                    .startsWith("ok")
                    .endsWith("not come yet: the last 1, signed within one hour");
            assertThat(report())
                    .anyMatch(line ->
                            line.startsWith("WRONG  checkpoints of gx kept by hn: ") && line.endsWith(" is missing"));
        } finally {
            kept.insertOne(last);
        }
    }

    @Test
    void a_kept_checkpoint_that_is_none_any_more_is_missed_or_proves_nothing() {
        String key = "gx/checkpoint-0@hn/1";
        MongoCollection<Document> kept = mongo.getCollection("kept_checkpoints");
        Document before = requireNonNull(kept.find(Filters.eq("_id", key)).first());
        Map<String, Bson> done = Map.of(
                "no version", Updates.unset("state.version"),
                "another version", Updates.set("state.version", 2L),
                "no stream", Updates.unset("state.stream"),
                "another stream", Updates.set("state.stream", "x"),
                "no words", Updates.unset("state.json"));
        done.forEach((what, change) -> {
            kept.updateOne(Filters.eq("_id", key), change);
            assertThat(report()).as(what).contains("WRONG  checkpoints of hn kept by gx: 1 is missing");
            kept.replaceOne(Filters.eq("_id", key), before);
        });
        kept.updateOne(Filters.eq("_id", key), Updates.set("state.json", "null"));
        assertThat(report()).anyMatch(line -> line.contains("kept by gx: 1 proves nothing: another content"));
        kept.replaceOne(Filters.eq("_id", key), before);
        assertThat(line(hunan)).startsWith("ok");
    }

    @Test
    void who_changes_a_hash_that_is_kept_is_the_one_that_is_told_and_not_the_record() {
        StreamId signed = new StreamId("checkpoint", "0", "hn");
        String key = "gx/" + signed + "/1";
        MongoCollection<Document> kept = mongo.getCollection("kept_checkpoints");
        Document before = requireNonNull(kept.find(Filters.eq("_id", key)).first());
        assertThat(line(signed)).startsWith("ok").contains("as gx received it");

        kept.updateOne(Filters.eq("_id", key), Updates.set("state.hash", "f".repeat(64)));
        assertThat(report())
                .contains("WRONG  checkpoints of hn kept by gx: 1 is not kept as it came: its hash is one of something"
                        + " else");
        assertThat(line(signed)).startsWith("ok");

        // As it was kept by versions that kept less: it says nothing of its own commit, and all of what it signs.
        kept.updateOne(Filters.eq("_id", key), Updates.unset("state.rest"));
        assertThat(report()).noneMatch(line -> line.startsWith("WRONG  checkpoints of hn kept by gx: 1 "));
        assertThat(line(signed)).startsWith("ok");
        kept.replaceOne(Filters.eq("_id", key), before);
    }

    @Test
    void a_false_signature_is_kept_told_and_counted_and_stops_nothing() {
        StreamId stream = new StreamId("checkpoint", "0", "hn");
        EventStream signed = journal.load(stream);
        EventData last = signed.commits().getLast().events().getFirst();
        CheckpointSigned genuine =
                (CheckpointSigned) EventJson.read(last.type(), last.json()).orElseThrow();
        long number = signed.version() + 1;
        CheckpointSigned forged = new CheckpointSigned(
                number,
                genuine.root(),
                genuine.root(),
                genuine.records(),
                genuine.changed(),
                genuine.key(),
                genuine.signature().replaceFirst("\\.[^.]*$", "." + "A".repeat(86)));
        append(stream, Map.of(), new EventData(last.type(), EventJson.write(forged)));
        append(hunan, Map.of());
        checkpoints.sign();
        awaitKept();

        assertThat(report())
                .contains("WRONG  checkpoints of hn kept by gx: " + number + " proves nothing: its signature is false");
        assertThat(line(hunan)).startsWith("ok").contains("confirmed up to 6", "checkpoint " + (number + 1));
        assertThat(meters.get("lianzhi.checkpoints.refused")
                        .tags("side", "hn", "keeper", "gx", "reason", "signature")
                        .counter()
                        .count())
                .isPositive();
    }

    @Test
    void a_key_that_is_not_the_known_one_proves_nothing_until_a_person_enters_it() throws IOException {
        Path file = keys.resolve("known-hn.txt");
        String known = Files.readString(file);
        Files.writeString(file, "A".repeat(43) + " 1\n");
        try {
            assertThat(report()).anyMatch(line -> line.contains("kept by gx: 1 proves nothing: signed with a key"));
            assertThat(line(hunan)).contains("confirmed up to 4").doesNotContain("kept by gx");
        } finally {
            Files.writeString(file, known);
        }
        assertThat(line(hunan)).contains("confirmed up to 5", "kept by gx");
    }

    private void append(StreamId stream, Map<String, Head> seen) {
        append(stream, seen, new EventData("case.noted.v1", "{\"words\":\"雨水漫溢\"}"));
    }

    private void append(StreamId stream, Map<String, Head> seen, EventData event) {
        EventStream loaded = journal.load(stream);
        journal.append(
                loaded,
                new Draft(
                        UUID.randomUUID().toString(),
                        "cause",
                        stream.side() + "/-/policy/test",
                        AT.plusSeconds(loaded.version()),
                        seen,
                        List.of(event)));
    }

    private void awaitKept() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(line(hunan))
                    .contains(
                            "kept by gx",
                            "confirmed up to " + journal.load(hunan).version());
            assertThat(line(guangxi)).contains("kept by hn");
        });
    }

    private Document document(StreamId stream, long version) {
        return requireNonNull(
                documents.find(Filters.eq("_id", stream + "/" + version)).first());
    }

    private void put(Document document) {
        documents.deleteOne(Filters.eq("_id", document.get("_id")));
        documents.insertOne(document);
    }

    /** As somebody does who knows how hashes are computed, and what the other record's commits are to have seen. */
    private void anew(StreamId stream, long commits, String words) {
        String previous = CommitHash.GENESIS;
        for (long version = 1; version <= commits; version++) {
            Document document = document(stream, version);
            StreamId other = new StreamId("case", id, stream.side().equals("hn") ? "gx" : "hn");
            Map<String, Head> seen = Map.of();
            Document named = document.get("seen", Document.class);
            if (!named.isEmpty()) {
                long seenVersion = named.get(other.side(), Document.class).getLong("version");
                Head head = new Head(seenVersion, document(other, seenVersion).getString("hash"));
                seen = Map.of(other.side(), head);
                document.put(
                        "seen",
                        new Document(
                                other.side(), new Document("version", head.version()).append("hash", head.hash())));
            }
            String json = "{\"words\":\"" + words + "\"}";
            document.put("events", List.of(new Document("type", "case.noted.v1").append("json", json)));
            document.put("previousHash", previous);
            previous = CommitHash.of(
                    previous,
                    stream.toString(),
                    version,
                    document.getString("commitId"),
                    document.getString("causationId"),
                    document.getString("actor"),
                    document.getDate("appendedAt").toInstant(),
                    seen,
                    List.of(CommitHash.digest("case.noted.v1", json)));
            document.put("hash", previous);
            put(document);
        }
    }

    private String line(StreamId stream) {
        return line(stream, report());
    }

    private static String line(StreamId stream, List<String> report) {
        return report.stream()
                .filter(line -> line.contains("  " + stream + " in "))
                .findFirst()
                .orElse("");
    }

    private JournalStore records() {
        return new JournalStore("joint-investigation", List.of("hn", "gx"), mongo.getDb());
    }

    private List<String> report() {
        return report(records());
    }

    private List<String> report(JournalStore records) {
        return report(records, Duration.ZERO);
    }

    private List<String> report(JournalStore records, Duration onItsWay) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        KnownKeys known = new KnownKeys(keys);
        List<KeptReading> kept =
                List.of(VerifyCommand.kept("hn", mongo, known), VerifyCommand.kept("gx", mongo, known));
        int code = new Report(new PrintStream(said, true, StandardCharsets.UTF_8), onItsWay)
                .run(List.of(records), kept, List.of("hn", "gx"));
        List<String> lines =
                new ArrayList<>(said.toString(StandardCharsets.UTF_8).lines().toList());
        assertThat(code).isEqualTo(lines.stream().anyMatch(line -> line.startsWith("WRONG")) ? 1 : 0);
        return lines;
    }
}
