package org.lianzhi.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianzhi.journal.Commands;
import org.lianzhi.media.Photos;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.test.Api;
import org.lianzhi.test.PieceOfWork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@IntakeTest
class ReportsOverHttpTest {

    private static final String FROM = "X-Forwarded-For";

    @LocalServerPort
    private int port;

    private Api citizen = Api.anybody(0);
    private Api officer = Api.anybody(0);

    private final Cases cases;

    ReportsOverHttpTest(@Autowired Commands commands) {
        this.cases = new Cases(commands);
    }

    @BeforeEach
    void people() {
        citizen = Api.anybody(port);
        officer = citizen.as("hn", "431129-branch", "officer");
    }

    @Test
    void a_report_goes_from_the_citizen_over_the_worklist_to_its_release() {
        Api.Answer upload = citizen.upload("/api/v1/uploads", "IMG_1.jpg", Bodies.photo());
        assertThat(upload.status()).as(upload.text()).isEqualTo(201);
        String photo = upload.json().path("id").asString();
        Api.Answer filed = citizen.post("/api/v1/reports", Bodies.report("Brown water with foam", photo));
        assertThat(filed.status()).as(filed.text()).isEqualTo(201);
        String id = filed.json().path("number").asString();
        String code = filed.json().path("code").asString();
        assertThat(code).matches("\\d{4} \\d{4} \\d{4} \\d{4}");
        assertThat(filed.json().path("office").path("en").asString()).startsWith("Jianghua");

        JsonNode line = line(id, 1);
        assertThat(line.path("state").asString()).isEqualTo("received");
        assertThat(line.path("suspectedCounty").asString()).isEqualTo("451123");

        JsonNode view = Bodies.opened(officer, "/api/v1/reports/" + id);
        assertThat(view.path("description").asString()).isEqualTo("Brown water with foam");
        assertThat(view.path("line").path("contactGiven").asBoolean()).isTrue();
        assertThat(view.path("suggestion").path("counterpartBureau").asString()).isEqualTo("451123-branch");
        Api.Answer file = officer.get("/api/v1/reports/" + id + "/photos/" + photo);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(file.header("Content-Disposition")).startsWith("attachment");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");

        Api.Answer released = officer.post(
                "/api/v1/reports/" + id + "/release",
                UUID.randomUUID().toString(),
                Bodies.release(photo),
                "If-Match",
                "\"1\"");
        assertThat(released.status()).as(released.text()).isEqualTo(200);
        assertThat(released.json().path("version").asLong()).isEqualTo(2);

        assertThat(line(id, 2, "all").path("caseId").asString()).hasSize(26);
        JsonNode tracked =
                citizen.post("/api/v1/tracking", "{\"code\":\"" + code + "\"}").json();
        assertThat(tracked.path("state").asString()).isEqualTo("cross-border");
        assertThat(tracked.path("otherBureau").asString()).isEqualTo("451123-branch");
        assertThat(tracked.path("caseProgress").path("caseId").asString()).hasSize(26);
        assertThat(tracked.path("askIfFixed").asBoolean()).isFalse();
    }

    @Test
    void beyond_its_share_a_network_gets_its_code_for_a_piece_of_work_and_other_networks_do_not_notice() {
        String key = UUID.randomUUID().toString();
        String body = Bodies.report("Brown water");
        Api.Answer asked = citizen.post("/api/v1/reports", key, "{}", FROM, "203.0.113.9");
        while (asked.status() == 422) {
            asked = citizen.post("/api/v1/reports", key, "{}", FROM, "203.0.113.9");
        }

        assertThat(asked.status()).as(asked.text()).isEqualTo(429);
        assertThat(asked.code()).isEqualTo("report.too-many");
        assertThat(Integer.parseInt(asked.header("Retry-After"))).isPositive();
        JsonNode work = asked.json().path("work");
        String done = PieceOfWork.solve(
                work.path("challenge").asString(), work.path("bits").asInt());
        Api.Answer filed = citizen.post("/api/v1/reports", key, body, FROM, "203.0.113.9", "Lianzhi-Work", done);
        assertThat(filed.status()).as(filed.text()).isEqualTo(201);
        assertThat(citizen.post("/api/v1/reports", key, body, FROM, "203.0.113.10")
                        .json())
                .isEqualTo(filed.json());
    }

    @Test
    void what_was_released_is_on_the_internal_topic_with_the_digest_that_was_promised() {
        String id = file("Brown water").path("number").asString();
        officer.post("/api/v1/reports/" + id + "/release", Bodies.release());

        List<String> types = new ArrayList<>();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            types.clear();
            Topics.read("hn.internal.reports").stream()
                    .filter(record -> id.equals(record.key()))
                    .forEach(record -> types.add(record.type()));
            assertThat(types)
                    .containsExactly(
                            "report.filed.v1", "report.summary-released.v1", "report.accepted-as-cross-border.v1");
        });
    }

    @Test
    void the_same_request_again_gets_the_same_code_and_another_one_under_its_key_is_refused() {
        String key = UUID.randomUUID().toString();
        byte[] file = Bodies.photo();
        String photo = citizen.upload("/api/v1/uploads", "a.jpg", file, key)
                .json()
                .path("id")
                .asString();
        String body = Bodies.report("Brown water", photo);

        Api.Answer first = citizen.post("/api/v1/reports", key + "-r", body);
        Api.Answer again = citizen.post("/api/v1/reports", key + "-r", body);
        Api.Answer photoAgain = citizen.upload("/api/v1/uploads", "a.jpg", file, key);
        Api.Answer other = citizen.post("/api/v1/reports", key + "-r", Bodies.report("Green water", photo));
        Api.Answer taken = citizen.post("/api/v1/reports", Bodies.report("Brown water", photo));

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(photoAgain.json().path("id").asString()).isEqualTo(photo);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency.key-reused");
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.json().path("arguments").get(0).asString()).isEqualTo("photos:unknown");
    }

    @Test
    void a_decision_that_was_refused_keeps_its_key_and_what_is_sent_instead_needs_another() {
        String path = "/api/v1/reports/"
                + citizen.post("/api/v1/reports", Bodies.report("Brown water"))
                        .json()
                        .path("number")
                        .asString()
                + "/non-acceptance";
        String key = UUID.randomUUID().toString();
        String corrected = "{\"reason\":\"not-environmental\",\"whereToGo\":\"Agriculture office\"}";

        assertThat(officer.post(path, key, "{\"reason\":\"not-environmental\"}").code())
                .isEqualTo("report.where-to-go-missing");
        assertThat(officer.post(path, key, corrected).code()).isEqualTo("idempotency.key-reused");
        assertThat(officer.post(path, corrected).status()).isEqualTo(200);
    }

    @Test
    void one_request_sent_many_times_at_once_is_one_report() {
        String photo = citizen.upload("/api/v1/uploads", "a.jpg", Bodies.photo())
                .json()
                .path("id")
                .asString();
        String key = UUID.randomUUID().toString();
        String body = Bodies.report("Brown water", photo);

        List<String> answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> citizen.post("/api/v1/reports", key, body)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(Api.Answer::text)
                .distinct()
                .toList();

        assertThat(answers).hasSize(1);
        assertThat(answers.getFirst()).contains("\"code\"");
    }

    @Test
    void two_officers_at_once_one_wins_and_the_other_is_told() {
        String id = file("Brown water").path("number").asString();
        Api.Answer one = officer.post(
                "/api/v1/reports/" + id + "/acceptance",
                "officer-one-" + id,
                "{\"sideConfirmed\":true}",
                "If-Match",
                "\"1\"");
        Api.Answer other = officer.post(
                "/api/v1/reports/" + id + "/non-acceptance",
                "officer-two-" + id,
                "{\"reason\":\"too-vague\"}",
                "If-Match",
                "\"1\"");

        assertThat(one.status()).as(one.text()).isEqualTo(200);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("stream.conflict");
        assertThat(other.json().path("expected").asLong()).isEqualTo(1);
        assertThat(other.json().path("actual").asLong()).isEqualTo(2);
        String current = other.json().path("current").asString();
        assertThat(officer.get(current).json().path("line").path("id").asString())
                .isEqualTo(id);
        assertThat(officer.post(
                                current + "/note",
                                UUID.randomUUID().toString(),
                                "{\"words\":\"Seen what is new\"}",
                                "If-Match",
                                "\"2\"")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_release_names_only_what_there_is() {
        String id = file("Brown water").path("number").asString();
        String path = "/api/v1/reports/" + id + "/release";

        assertThat(officer.post(path, Bodies.release("no-such-photo")).code())
                .isEqualTo("report.release.photo-unknown");
        assertThat(officer.post(path, Bodies.release().replace("\"agreementVersion\": 1", "\"agreementVersion\": 9"))
                        .code())
                .isEqualTo("report.release.agreement-unknown");
        assertThat(officer.post(path, Bodies.release().replace("451123-branch", "431129-branch"))
                        .code())
                .isEqualTo("report.release.bureau-unknown");
        assertThat(officer.post(path, Bodies.release().replace("\"ground\": \"affected-water\"", "\"ground\": null"))
                        .code())
                .isEqualTo("report.release.escalation-incomplete");
        assertThat(officer.post(path, "{\"summary\":{},\"escalation\":{}}").status())
                .isEqualTo(400);
    }

    @Test
    void the_reporter_follows_the_case_and_is_asked_once_it_is_closed() {
        JsonNode filed = file("Brown water");
        String id = filed.path("number").asString();
        String code = filed.path("code").asString();
        officer.post("/api/v1/reports/" + id + "/release", Bodies.release());
        String caseId = track(code).path("caseProgress").path("caseId").asString();

        assertThat(answer(code, true).code()).isEqualTo("report.fix-not-asked");
        cases.append("case-" + caseId + "@hn", new CaseEvent.CaseAcknowledged("431129-branch"));
        cases.append("case-" + caseId + "@gx", new CaseEvent.FindingConfirmed("f-1", "d", 1));
        cases.append("case-" + caseId + "@hn", new CaseEvent.CaseClosed("d", "rectified-and-verified", 1));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> track(code).path("askIfFixed").asBoolean());

        JsonNode steps = track(code).path("caseProgress").path("steps");
        assertThat(reached(steps)).containsExactly("acknowledged", "found", "closed");
        assertThat(answer(code, false).status()).isEqualTo(200);
        assertThat(track(code).path("answered").asString()).isEqualTo("contested");
        assertThat(track(code).path("askIfFixed").asBoolean()).isFalse();
        JsonNode view = Bodies.opened(officer, "/api/v1/reports/" + id);
        assertThat(view.path("answers").get(0).path("words").asString()).isEqualTo("Still brown");
    }

    @Test
    void a_wrong_code_is_unknown_a_mistyped_one_is_said_to_be_so() {
        assertThat(citizen.post("/api/v1/tracking", "{\"code\":\"0000 0000 0000 0000\"}")
                        .status())
                .isEqualTo(404);
        Api.Answer mistyped = citizen.post("/api/v1/tracking", "{\"code\":\"0000 0000 0000 0001\"}");
        assertThat(mistyped.status()).isEqualTo(422);
        assertThat(mistyped.code()).isEqualTo("tracking.code-malformed");
    }

    @Test
    void a_network_that_guesses_codes_is_slowed_down() {
        Api.Answer last = citizen.post("/api/v1/tracking", "guess-0001", "{\"code\":\"0\"}");
        for (int i = 0; i < 80 && last.status() != 429; i++) {
            last = citizen.post(
                    "/api/v1/tracking", "guess-0001", "{\"code\":\"AAAAAAAAAAAAAAAAAAAAAA\"}", FROM, "203.0.113.9");
        }
        assertThat(last.status()).isEqualTo(429);
        assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
        assertThat(citizen.post("/api/v1/tracking", "{\"code\":\"0000 0000 0000 0000\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void who_is_not_accepted_reads_why_and_where_to_go() {
        JsonNode filed = file("A noisy bar");
        String id = filed.path("number").asString();
        Api.Answer refused = officer.post(
                "/api/v1/reports/" + id + "/non-acceptance",
                "{\"reason\":\"not-environmental\",\"whereToGo\":\"the police, 110\"}");
        assertThat(refused.status()).as(refused.text()).isEqualTo(200);
        officer.post("/api/v1/reports/" + id + "/reply", "{\"text\":\"Please call the police.\"}");

        JsonNode tracked = track(filed.path("code").asString());

        assertThat(tracked.path("state").asString()).isEqualTo("not-accepted");
        assertThat(tracked.path("notAcceptedReason").asString()).isEqualTo("not-environmental");
        assertThat(tracked.path("whereToGo").asString()).isEqualTo("the police, 110");
        assertThat(tracked.path("reply").path("text").asString()).isEqualTo("Please call the police.");
        assertThat(tracked.path("updates")).hasSize(3);
    }

    @Test
    void a_form_that_is_not_complete_is_told_field_by_field() {
        Api.Answer refused = citizen.post("/api/v1/reports", "{\"form\":{\"description\":\"x\"},\"photos\":[]}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("report.incomplete");
        assertThat(refused.text()).contains("category:missing", "description:too-short", "affectedWater:missing");
    }

    @Test
    void who_cannot_say_when_nor_in_what_weather_files_all_the_same_and_officers_see_that_it_was_not_said() {
        String said = "\"observedAt\": \"2024-07-08T01:00:00Z\", \"stillGoingOn\": true, \"weather\": \"rain\",";
        Api.Answer filed =
                citizen.post("/api/v1/reports", Bodies.report("Brown water").replace(said, ""));
        assertThat(filed.status()).as(filed.text()).isEqualTo(201);
        JsonNode view = Bodies.opened(
                officer, "/api/v1/reports/" + filed.json().path("number").asString());

        assertThat(view.path("timeSaid").asBoolean(true)).isFalse();
        assertThat(view.path("observedAt").asString())
                .isEqualTo(filed.json().path("filedAt").asString());
        assertThat(view.path("weather").asString()).isEqualTo("unknown");
        assertThat(view.path("stillGoingOn").isNull()).isTrue();
    }

    @Test
    void a_suspected_facility_alone_is_enough_and_is_shown_on_wgs_84_whatever_it_was_given_on() {
        String water = "\"affectedWater\": {\"latitude\": 24.95, \"longitude\": 111.45, \"accuracyM\": 20, \"county\":"
                + " \"431129\"},";
        Api.Answer filed = citizen.post(
                "/api/v1/reports",
                Bodies.report("Brown water")
                        .replace(
                                water,
                                "\"suspectedFacility\": {\"latitude\": 24.95, \"longitude\": 111.45, \"datum\":"
                                        + " \"GCJ-02\"},"));
        assertThat(filed.status()).as(filed.text()).isEqualTo(201);
        JsonNode view = Bodies.opened(
                officer, "/api/v1/reports/" + filed.json().path("number").asString());

        assertThat(view.path("line").path("county").isNull()).isTrue();
        JsonNode facility = view.path("suspectedFacility");
        assertThat(facility.path("givenDatum").asString()).isEqualTo("GCJ-02");
        assertThat(facility.path("datum").asString()).isEqualTo("WGS-84");
        assertThat(facility.path("lat").asDouble()).isBetween(24.952, 24.954);
        assertThat(facility.path("lon").asDouble()).isBetween(111.444, 111.446);
    }

    @Test
    void a_film_is_sealed_whole_shown_to_nobody_and_handed_out_to_the_receiving_bureau_alone() {
        byte[] film = Bodies.film(9 << 20);
        Api.Answer upload = citizen.upload("/api/v1/uploads", "VID_1.mp4", film);
        assertThat(upload.status()).as(upload.text()).isEqualTo(201);
        assertThat(upload.json().path("type").asString()).isEqualTo("video/mp4");
        String id = upload.json().path("id").asString();
        String number = citizen.post("/api/v1/reports", Bodies.report("Foam below the pipe", id))
                .json()
                .path("number")
                .asString();

        var report = Bodies.opened(officer, "/api/v1/reports/" + number);
        assertThat(report.path("photos").isEmpty()).isTrue();
        var original = report.path("originals").get(0);
        assertThat(original.path("type").asString()).isEqualTo("video/mp4");
        assertThat(original.path("sha256").asString()).isEqualTo(Photos.sha256(film));
        Api.Answer file = officer.get("/api/v1/reports/" + number + "/originals/" + id);
        assertThat(file.body()).as("larger than one document of the store").isEqualTo(film);
        assertThat(file.header("Content-Disposition")).startsWith("attachment");
        assertThat(file.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(officer.get("/api/v1/reports/" + number + "/photos/" + id).status())
                .isEqualTo(404);
        assertThat(officer.post("/api/v1/reports/" + number + "/release", Bodies.release(id))
                        .code())
                .isEqualTo("report.release.photo-unknown");
        assertThat(citizen.upload("/api/v1/uploads", "VID_2.mp4", Arrays.copyOf(film, film.length - 1))
                        .code())
                .isEqualTo("original.unreadable");
        assertThat(citizen.upload("/api/v1/uploads", "VID_3.mp4", Bodies.film(20 << 20))
                        .code())
                .isEqualTo("original.too-large");
    }

    @Test
    void the_interface_describes_itself() {
        Api.Answer described = citizen.get("/v3/api-docs");
        assertThat(described.status()).as(described.text()).isEqualTo(200);
        assertThat(described.json().path("paths").propertyNames())
                .as(described.text())
                .contains("/api/v1/reports", "/api/v1/reports/{id}/release", "/api/v1/tracking");
        assertThat(citizen.get("/api/v1/codes").json().path("categories")).isNotEmpty();
    }

    private JsonNode file(String description) {
        Api.Answer filed = citizen.post("/api/v1/reports", Bodies.report(description));
        assertThat(filed.status()).as(filed.text()).isEqualTo(201);
        return filed.json();
    }

    private JsonNode track(String code) {
        return citizen.post("/api/v1/tracking", "{\"code\":\"" + code + "\"}").json();
    }

    private Api.Answer answer(String code, boolean fixed) {
        return citizen.post(
                "/api/v1/tracking/answer",
                "{\"code\":\"" + code + "\",\"fixed\":" + fixed + ",\"words\":\"Still brown\"}");
    }

    private static List<String> reached(JsonNode steps) {
        List<String> reached = new ArrayList<>();
        for (JsonNode step : steps) {
            if (!step.path("at").asString("").isEmpty()) {
                reached.add(step.path("key").asString());
            }
        }
        return reached;
    }

    private JsonNode line(String id, long version) {
        return line(id, version, "open");
    }

    private JsonNode line(String id, long version, String view) {
        JsonNode items = officer.get("/api/v1/reports?view=" + view, "Lianzhi-Await", "report-" + id + "@hn=" + version)
                .json()
                .path("items");
        for (JsonNode item : items) {
            if (item.path("id").asString().equals(id)) {
                return item;
            }
        }
        throw new AssertionError("not on the list: " + items);
    }
}
