package org.lianzhi.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lianzhi.journal.Commands;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.test.Api;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/** A word in every field that may hold something personal, looked for everywhere after the report went all its way. */
@IntakeTest
@ExtendWith(OutputCaptureExtension.class)
class NothingPersonalLeaksTest {

    private static final List<String> CANARIES = List.of(
            "QfName7",
            "4470114477",
            "qfmail7@example.org",
            "QfWords7河",
            "QfPlace7塘",
            "QfSource7",
            "QfFile7",
            "QfExif7",
            "QfFixed7",
            "QfAdded7",
            "QfPressure7",
            "QfRated7",
            "QfAddress7",
            "QfNote7",
            "QfInside7",
            "24.95123777",
            "111.45123777");

    @LocalServerPort
    private int port;

    private final MongoTemplate mongo;
    private final Cases cases;

    NothingPersonalLeaksTest(@Autowired MongoTemplate mongo, @Autowired Commands commands) {
        this.mongo = mongo;
        this.cases = new Cases(commands);
    }

    @Test
    void what_a_citizen_wrote_is_nowhere_but_sealed(CapturedOutput log) {
        Api citizen = Api.anybody(port);
        Api officer = citizen.as("hn", "431129-branch", "officer");
        String photo = citizen.upload("/api/v1/uploads", "QfFile7.jpg", withComment(Bodies.photo(), "QfExif7"))
                .json()
                .path("id")
                .asString();
        JsonNode filed = citizen.post("/api/v1/reports", body(photo)).json();
        String id = filed.path("number").asString();
        String code = filed.path("code").asString();
        // Refusals must not repeat what was sent either.
        citizen.post("/api/v1/reports", body(photo).replace("\"rain\"", "\"QfWords7河\""));
        citizen.post("/api/v1/reports", body(photo).replace("\"form\"", "\"QfName7\""));
        citizen.post("/api/v1/reports", body(photo) + "QfName7");

        JsonNode view = Bodies.opened(officer, "/api/v1/reports/" + id);
        assertThat(view.toString())
                .contains("QfWords7河", "QfPlace7塘")
                .doesNotContain("QfName7")
                .doesNotContain("4470114477");
        assertThat(officer.post("/api/v1/reports/" + id + "/identity", "{\"reason\":\"To phone back\"}")
                        .text())
                .contains("QfName7", "4470114477", "qfmail7@example.org");
        byte[] copy = officer.get("/api/v1/reports/" + id + "/photos/" + photo).body();
        assertThat(new String(copy, StandardCharsets.ISO_8859_1)).doesNotContain("QfExif7");
        move(officer, id);
        officer.post("/api/v1/reports/" + id + "/release", Bodies.release(photo));
        close(citizen, code);
        say(citizen, code);

        List<String> places = new ArrayList<>();
        JsonNode renewed = officer.post("/api/v1/reports/" + id + "/code", "{\"reason\":\"lost\",\"note\":\"QfNote7\"}")
                .json();
        officer.post("/api/v1/reports/" + id + "/code", "{\"reason\":\"QfNote7\",\"note\":\"QfNote7\"}");
        for (String given : List.of("code", "secret")) {
            store(places, renewed.path(given).asString());
            topics(places, renewed.path(given).asString());
        }
        store(places, filed.path("secret").asString());
        topics(places, filed.path("secret").asString());
        store(places, code);
        topics(places, code);
        List<String> unspoken = new ArrayList<>(canaries(code));
        unspoken.addAll(canaries(renewed.path("code").asString()));
        for (String canary : unspoken) {
            if (log.getAll().contains(canary)) {
                places.add("log: " + canary);
            }
        }
        assertThat(places).isEmpty();
    }

    /** What an officer moves and writes down for the own office. */
    private static void move(Api officer, String id) {
        String pin = "{\"kind\":\"water\",\"latitude\":24.95123777,\"longitude\":111.45123777,\"reason\":\"On site\"}";
        assertThat(officer.post("/api/v1/reports/" + id + "/place", pin).status())
                .isEqualTo(200);
        assertThat(officer.post("/api/v1/reports/" + id + "/place", pin.replace("water", "QfInside7"))
                        .status())
                .isEqualTo(422);
        assertThat(officer.post("/api/v1/reports/" + id + "/note", "{\"words\":\"QfInside7 says\"}")
                        .status())
                .isEqualTo(200);
        assertThat(officer.get("/api/v1/reports/" + id).text()).contains("24.95123777", "QfInside7");
    }

    private void close(Api citizen, String code) {
        String question = "{\"code\":\"" + code + "\"}";
        String caseId = citizen.post("/api/v1/tracking", question)
                .json()
                .path("caseProgress")
                .path("caseId")
                .asString();
        cases.append("case-" + caseId + "@hn", new CaseEvent.CaseClosed("d", "rectified-and-verified", 1));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> citizen.post("/api/v1/tracking", question)
                        .json()
                        .path("askIfFixed")
                        .asBoolean());
        Api.Answer answer = citizen.post(
                "/api/v1/tracking/answer", "{\"code\":\"" + code + "\",\"fixed\":false,\"words\":\"QfFixed7\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static void say(Api citizen, String code) {
        String begin = "{\"code\":\"" + code + "\",";
        List<Api.Answer> answers = List.of(
                citizen.post("/api/v1/tracking/additions", begin + "\"words\":\"QfAdded7\"}"),
                citizen.post("/api/v1/tracking/pressure", begin + "\"words\":\"QfPressure7\"}"),
                citizen.post("/api/v1/tracking/rating", begin + "\"rating\":\"QfRated7\",\"words\":\"QfRated7\"}"),
                citizen.post("/api/v1/tracking/review", begin + "\"step\":\"QfRated7\",\"words\":\"QfRated7\"}"));
        assertThat(answers).extracting(Api.Answer::status).containsExactly(200, 200, 422, 422);
    }

    private static List<String> canaries(String code) {
        List<String> all = new ArrayList<>(CANARIES);
        all.add(code);
        all.add(code.replace(" ", ""));
        return all;
    }

    private void store(List<String> places, String code) {
        List<String> collections = new ArrayList<>();
        for (String name : mongo.getCollectionNames()) {
            collections.add(name);
            for (RawBsonDocument document : mongo.getCollection(name).find(RawBsonDocument.class)) {
                ByteBuffer bytes = document.getByteBuffer().asNIO();
                byte[] raw = new byte[bytes.remaining()];
                bytes.get(raw);
                found(raw, "store " + name, places, code);
            }
        }
        assertThat(collections)
                .contains("journal", "vault_parts", "reports", "reports_lists", "claims", "tracking_codes");
    }

    private static void topics(List<String> places, String code) {
        List<String> topics =
                Topics.all().stream().filter(topic -> !topic.startsWith("__")).toList();
        assertThat(topics).contains("hn.internal.reports", "hn.shared.cases");
        Topics.read(topics.toArray(String[]::new))
                .forEach(record ->
                        found(record.all().getBytes(StandardCharsets.UTF_8), "topic " + record.topic(), places, code));
    }

    private static void found(byte[] raw, String where, List<String> places, String code) {
        String text = new String(raw, StandardCharsets.ISO_8859_1);
        for (String canary : canaries(code)) {
            for (Charset written : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
                if (text.contains(new String(canary.getBytes(written), StandardCharsets.ISO_8859_1))) {
                    places.add(where + ": " + canary);
                }
            }
        }
    }

    private static String body(String photo) {
        return """
            {"form": {"category": "other", "weather": "rain", "description": "QfWords7河 is brown",
              "affectedWater": {"latitude": 24.95, "longitude": 111.45, "words": "QfPlace7塘"},
              "suspectedSource": {"words": "QfSource7", "county": "451123"},
              "contact": {"name": "QfName7", "phone": "4470114477", "email": "qfmail7@example.org",
                "address": "QfAddress7", "channels": ["call", "email", "post"]}},
             "photos": ["%s"], "synthetic": true}\
            """.formatted(photo);
    }

    /** A JPEG with a comment segment, as cameras and programs leave them. */
    private static byte[] withComment(byte[] jpeg, String comment) {
        byte[] words = comment.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(jpeg.length + words.length + 4)
                .put(jpeg, 0, 2)
                .putShort((short) 0xFFFE)
                .putShort((short) (words.length + 2))
                .put(words)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }
}
