package org.lianzhi.timeline;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
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
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianzhi.evidence.SignedWord;
import org.lianzhi.evidence.command.VerifyCommand;
import org.lianzhi.journal.CommitHash;
import org.lianzhi.journal.Draft;
import org.lianzhi.journal.EventStream;
import org.lianzhi.journal.Head;
import org.lianzhi.journal.Journal;
import org.lianzhi.journal.MerkleRoot;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.Recorded;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.EvidenceEvent.CheckpointSigned;
import org.lianzhi.model.EvidenceEvent.SignedHead;
import org.lianzhi.model.Ground;
import org.lianzhi.model.Place;
import org.lianzhi.model.PublishedEvent;
import org.lianzhi.model.ReleasedSummary;
import org.lianzhi.model.Side;
import org.lianzhi.model.SortableIds;
import org.lianzhi.model.wire.EventJson;
import org.lianzhi.test.Backends;
import org.lianzhi.test.OnBackends;
import org.lianzhi.test.TestTokens;
import org.lianzhi.timeline.record.PageStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a supervisor is told about records that somebody has tampered with in the timeline's own database. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=supervisor-timeline",
            "logging.level.root=warn",
            // The test plays the service that owns these streams.
            "lianzhi.journal.topics.case=shared.cases",
            "lianzhi.journal.topics.checkpoint=shared.checkpoints"
        })
@OnBackends
class TrustTest {

    private static final Side HUNAN = new Side("hn");
    private static final Side GUANGXI = new Side("gx");
    private static final Instant AT = Instant.parse("2024-07-29T01:00:00Z");
    private static final Instant SIGNED = Instant.parse("2024-07-29T02:00:00Z");
    private static final OctetKeyPairJsonWebKey KEY = key();

    @TempDir
    static Path known;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        Files.writeString(known.resolve("known-hn.txt"), KEY.calculateBase64urlEncodedThumbprint("SHA-256"));
        registry.add("lianzhi.evidence.known", () -> known);
    }

    private final Journal journal;
    private final MongoTemplate mongo;
    private final RestClient http;
    private final String id = SortableIds.derive(AT, UUID.randomUUID().toString());
    private final StreamId hunan = new StreamId("case", id, "hn");
    private final StreamId guangxi = new StreamId("case", id, "gx");

    TrustTest(@Autowired Journal journal, @Autowired MongoTemplate mongo, @LocalServerPort int port) {
        this.journal = journal;
        this.mongo = mongo;
        this.http = RestClient.builder()
                .baseUrl("http://localhost:" + port + "/api/v1")
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build();
    }

    private void story() {
        append(hunan, opened());
        append(guangxi, new CaseEvent.CaseJoined("451123-branch", AT, "acknowledgement", 1));
        append(hunan, new CaseEvent.CaseAcknowledged("431129-branch"));
        sign(SIGNED);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(record("hn").path("provenUpTo").asLong()).isEqualTo(2);
            assertThat(record("gx").path("commits").asLong()).isEqualTo(1);
        });
    }

    @Test
    void who_confirms_a_record_and_how_much_of_it_is_told() {
        story();
        assertThat(record("hn").path("proofs").toString())
                .contains("\"checkpoint\"", "\"timeline\"", "\"number\":", SIGNED.toString(), "\"record\"");
    }

    @Test
    void both_records_written_anew_to_fit_each_other_are_shown_by_the_kept_checkpoint_only() {
        story();
        String first = anew(hunan, 1, CommitHash.GENESIS, Map.of());
        String joined = anew(guangxi, 1, CommitHash.GENESIS, Map.of("hn", new Head(1, first)));
        anew(hunan, 2, first, Map.of("gx", new Head(1, joined)));

        JsonNode broken = record("hn");
        assertThat(broken.path("problem").asString()).isEqualTo("rewritten");
        assertThat(broken.path("brokenAt").asLong()).isEqualTo(2);
        assertThat(broken.path("proofs").size()).isEqualTo(1);
        assertThat(broken.path("proofs").path(0).path("kind").asString()).isEqualTo("checkpoint");
        assertThat(broken.path("proofs").path(0).path("at").asString()).isEqualTo(SIGNED.toString());

        // Without the checkpoint nobody could tell.
        mongo.getCollection("kept_checkpoints_lists").deleteOne(Filters.eq("_id", "timeline/" + hunan));
        assertThat(record("hn").path("problem").isNull()).isTrue();
    }

    @Test
    void a_record_of_which_the_end_is_gone_is_truncated() {
        story();
        Document page = page(hunan);
        List<Document> entries = entries(page);
        entries.removeLast();
        put(page);
        assertThat(record("hn").path("problem").asString()).isEqualTo("truncated");
        assertThat(record("hn").path("brokenAt").asLong()).isEqualTo(2);
    }

    @Test
    void what_is_no_record_any_more_is_told_of_that_record_and_the_page_of_all_is_there() {
        story();
        Document before = page(hunan);
        String entry = "state.entries.1.";
        for (Bson change : List.of(
                Updates.set(entry + "stream", "x"),
                Updates.unset(entry + "stream"),
                Updates.unset(entry + "commitId"),
                Updates.unset(entry + "actor"),
                Updates.unset(entry + "json"),
                Updates.set(entry + "json", "[]"),
                Updates.unset(entry + "previousHash"),
                Updates.set(entry + "seen", List.of(new Document("side", "gx").append("version", 1L))))) {
            assertChanged(change, 2);
            put(before);
        }
        assertChanged(Updates.unset(entry + "version"), 1);
        put(before);
        assertThat(record("hn").path("problem").isNull()).isTrue();
    }

    private void assertChanged(Bson change, long version) {
        mongo.getCollection("record_pages").updateOne(Filters.eq("_id", hunan + "/p0"), change);
        assertThat(record("hn").path("problem").asString()).as("%s", change).isEqualTo("changed");
        assertThat(record("hn").path("brokenAt").asLong()).as("%s", change).isEqualTo(version);
        assertThat(record("gx").path("problem").isNull()).isTrue();
        assertThat(get(supervisor(), "/records?size=50").getStatusCode().value())
                .as("%s", change)
                .isEqualTo(200);
        JsonNode steps = body(get(supervisor(), "/timelines/" + id));
        assertThat(steps.path("unreadable").toString())
                .as("%s", change)
                .isEqualTo("[{\"kind\":\"case\",\"side\":\"hn\",\"from\":" + version + "}]");
        assertThat(steps.path("entries").size())
                .as("those of Hunan before, and one of Guangxi; %s", change)
                .isEqualTo((int) version);
        assertThat(get(supervisor(), "/timelines/" + id + "/as-of?at=" + SIGNED)
                        .getStatusCode()
                        .value())
                .as("%s", change)
                .isEqualTo(200);
        assertThat(new PageStore(mongo).read(hunan.toString())).hasSize((int) version);
    }

    @Test
    void the_command_checks_journals_elsewhere_against_what_is_kept_here_and_says_when_nobody_outside_is_asked() {
        story();
        MongoDatabase elsewhere = mongo.getMongoDatabaseFactory().getMongoDatabase("joint-investigation");
        for (String key : List.of(hunan + "/1", guangxi + "/1")) {
            elsewhere
                    .getCollection("journal")
                    .insertOne(requireNonNull(mongo.getCollection("journal")
                            .find(Filters.eq("_id", key))
                            .first()));
        }
        assertThat(verified("--lianzhi.verify.journals=joint-investigation"))
                .contains(
                        "WRONG  " + hunan + " in joint-investigation: commit 2 is truncated",
                        "commit 2 as timeline received it",
                        "ok     " + guangxi + " in joint-investigation: intact",
                        "ok     " + hunan + " in timeline: intact")
                .doesNotContain("NOTE");
        assertThat(verified("--lianzhi.verify.journals=nobody"))
                .contains("Could not be checked", "nobody is no service");
        assertThat(verified()).contains("NOTE   ", "ok     " + hunan + " in timeline: intact");
    }

    private String verified(String... more) {
        List<String> arguments = new ArrayList<>(List.of(more));
        arguments.add("--spring.mongodb.uri=" + Backends.started().store());
        arguments.add("--spring.mongodb.database=" + mongo.getDb().getName());
        arguments.add("--lianzhi.evidence.known=" + known);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        VerifyCommand.run(
                new PrintStream(said, true, StandardCharsets.UTF_8),
                "supervisor-timeline",
                List.of(VerifyCommand.TIMELINE),
                (store, sides) -> new PageStore(store),
                arguments.toArray(String[]::new));
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_document_that_is_no_page_of_a_record_is_told_apart() {
        mongo.getCollection("record_pages").insertOne(new Document("_id", "x/p0"));
        try {
            assertThat(new PageStore(mongo).strays()).containsExactly("x/p0");
            assertThat(new PageStore(mongo).streams()).doesNotContain("x");
        } finally {
            mongo.getCollection("record_pages").deleteOne(Filters.eq("_id", "x/p0"));
        }
    }

    @Test
    void all_records_are_listed_for_supervisors_with_the_checkpoints_that_count_and_those_that_do_not() {
        story();
        append(guangxi, new CaseEvent.CaseAcknowledged("451123-branch"));
        StreamId forged = new StreamId("checkpoint", "0", "gx");
        append(forged, checkpoint(GUANGXI, journal.load(forged).version() + 1, guangxi, SIGNED));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode list = body(get(supervisor(), "/records?size=50"));
            JsonNode mine = list.path("cases")
                    .valueStream()
                    .filter(each -> each.path("id").asString().equals(id))
                    .findFirst()
                    .orElseThrow();
            assertThat(mine.path("records").size()).isEqualTo(2);
            JsonNode ofHunan = list.path("checkpoints").path(0);
            assertThat(ofHunan.path("last").asLong()).isPositive();
            assertThat(ofHunan.path("refused").size()).isZero();
            assertThat(list.path("checkpoints").path(1).path("refused").toString())
                    .contains("\"reason\":\"key\"");
        });
        assertThat(get(TestTokens.of("hn", "431129-branch", "o-1", "officer"), "/records")
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }

    @Test
    void one_kept_checkpoint_that_is_none_any_more_hinders_no_page_and_hides_no_later_ones() {
        story();
        sign(SIGNED);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(newestOfHunan().asLong()).isGreaterThan(1));
        MongoCollection<Document> kept = mongo.getCollection("kept_checkpoints");
        Document first = requireNonNull(
                kept.find(Filters.eq("_id", "timeline/checkpoint-0@hn/1")).first());
        kept.deleteOne(Filters.eq("_id", first.get("_id")));
        try {
            assertThat(newestOfHunan().asLong())
                    .as("number 1 is gone, and the others are there")
                    .isGreaterThan(1);
            kept.insertOne(new Document("_id", "timeline/checkpoint-1@hn/1"));
            assertThat(newestOfHunan().isNull())
                    .as("the segment that begins with it is the newest")
                    .isTrue();
        } finally {
            kept.deleteOne(Filters.eq("_id", "timeline/checkpoint-1@hn/1"));
            kept.insertOne(first);
        }
    }

    private JsonNode newestOfHunan() {
        ResponseEntity<String> records = get(supervisor(), "/records");
        assertThat(records.getStatusCode().value()).isEqualTo(200);
        return body(records).path("checkpoints").path(0).path("last");
    }

    @Test
    void a_proof_can_be_taken_away_by_who_may_see_the_case() {
        story();
        ResponseEntity<String> proof = get(supervisor(), "/timelines/" + id + "/proof/hn");
        assertThat(proof.getStatusCode().value()).isEqualTo(200);
        assertThat(body(proof).path("commits").size()).isEqualTo(2);
        assertThat(body(proof).path("checkpoint").path("version").asLong()).isEqualTo(2);
        assertThat(body(proof).path("earlier").isArray()).isTrue();
        assertThat(body(proof)
                        .path("commits")
                        .path(0)
                        .path("events")
                        .path(0)
                        .path("json")
                        .asString())
                .isEqualTo(journal.load(hunan)
                        .commits()
                        .getFirst()
                        .events()
                        .getFirst()
                        .json());
        for (String path : List.of(id + "/proof/gd", "no-such-case/proof/hn")) {
            assertThat(get(supervisor(), "/timelines/" + path).getStatusCode().value())
                    .isEqualTo(404);
        }
        assertThat(get(TestTokens.of("hn", "431124-branch", "o-9", "officer"), "/timelines/" + id + "/proof/hn")
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }

    private void append(StreamId stream, PublishedEvent event) {
        EventStream loaded = journal.load(stream);
        StreamId other = new StreamId(stream.kind(), stream.id(), stream.side().equals("hn") ? "gx" : "hn");
        Head head = journal.load(other).head();
        journal.append(
                loaded,
                new Draft(
                        UUID.randomUUID().toString(),
                        "cause",
                        stream.side() + "/-/policy/test",
                        AT.plusSeconds(loaded.version()),
                        head.version() > 0 && stream.kind().equals("case") ? Map.of(other.side(), head) : Map.of(),
                        List.of(Recorded.of(event))));
    }

    private void sign(Instant at) {
        StreamId stream = new StreamId("checkpoint", "0", "hn");
        append(stream, checkpoint(HUNAN, journal.load(stream).version() + 1, hunan, at));
    }

    /** Always with Hunan's key. */
    private CheckpointSigned checkpoint(Side side, long number, StreamId stream, Instant at) {
        Head head = journal.load(stream).head();
        SignedHead changed = new SignedHead(stream.toString(), head.version(), head.hash());
        String root = MerkleRoot.of(SignedWord.leaves(List.of(changed)));
        SignedWord word = new SignedWord(side, number, at, CommitHash.GENESIS, root, 1, root);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        signature.setKey(KEY.getPrivateKey());
        signature.setJwkHeader(KEY);
        signature.setPayload(EventJson.writeRecord(word));
        try {
            return new CheckpointSigned(
                    number,
                    CommitHash.GENESIS,
                    root,
                    1,
                    List.of(changed),
                    KEY.calculateBase64urlEncodedThumbprint("SHA-256"),
                    signature.getCompactSerialization());
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OctetKeyPairJsonWebKey key() {
        try {
            return OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes a kept commit anew as somebody does who knows how hashes are computed; returns its hash. */
    private String anew(StreamId stream, long version, String previous, Map<String, Head> seen) {
        Document page = page(stream);
        Document entry = entries(page).get((int) version - 1);
        entry.put("previousHash", previous);
        entry.put("actor", stream.side() + "/-/policy/somebody-else");
        entry.put(
                "seen",
                seen.entrySet().stream()
                        .map(each -> new Document("side", each.getKey())
                                .append("version", each.getValue().version())
                                .append("hash", each.getValue().hash()))
                        .toList());
        String hash = CommitHash.of(
                previous,
                stream.toString(),
                version,
                entry.getString("commitId"),
                entry.getString("causationId"),
                entry.getString("actor"),
                entry.getDate("at").toInstant(),
                seen,
                List.of(CommitHash.digest(entry.getString("type"), entry.getString("json"))));
        entry.put("hash", hash);
        put(page);
        return hash;
    }

    private Document page(StreamId stream) {
        return requireNonNull(mongo.getCollection("record_pages")
                .find(Filters.eq("_id", stream + "/p0"))
                .first());
    }

    private static List<Document> entries(Document page) {
        return requireNonNull(page.get("state", Document.class)).getList("entries", Document.class);
    }

    private void put(Document page) {
        mongo.getCollection("record_pages").replaceOne(Filters.eq("_id", page.get("_id")), page);
    }

    private JsonNode record(String side) {
        JsonNode records =
                body(get(supervisor(), "/timelines/" + id + "/verification")).path("records");
        return records.path(side.equals("hn") ? 0 : 1);
    }

    private ResponseEntity<String> get(String token, String path) {
        return http.get()
                .uri(path)
                .header("Authorization", "Bearer " + token)
                .retrieve()
                .toEntity(String.class);
    }

    private static JsonNode body(ResponseEntity<String> answer) {
        return JsonMapper.shared().readTree(requireNonNull(answer.getBody()));
    }

    private static String supervisor() {
        return TestTokens.of("hn", "430000-department", "s-1", "supervisor");
    }

    private static CaseEvent.CaseOpened opened() {
        Place water = new Place("431129", "reservoir", 24.9, 111.5);
        ReleasedSummary summary = new ReleasedSummary(
                "livestock-wastewater",
                "waste water",
                "discharge",
                water,
                null,
                null,
                AT,
                "rain",
                null,
                List.of(),
                true);
        return new CaseEvent.CaseOpened(
                "hunan-guangxi",
                1,
                HUNAN,
                "431129-branch",
                GUANGXI,
                "451123-branch",
                Ground.OUTLET,
                summary,
                AT,
                "rule",
                1);
    }
}
