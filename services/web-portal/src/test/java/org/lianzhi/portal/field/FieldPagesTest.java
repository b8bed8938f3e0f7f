package org.lianzhi.portal.field;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.lianzhi.portal.OnStubServices;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

class FieldPagesTest extends OnStubServices {

    private static final String READ = "GET /api/v1/cases/" + CASE;
    private static final String WRITE = "POST /api/v1/cases/" + CASE;
    private static final String PHOTOS = "POST /api/v1/photos";
    private static final String KEY = "9f1c1ab0-7a54-4c39-9d2e-6b1a2f3c4d5e";
    private static final String RECEIPT =
            "{\"stream\":\"case-" + CASE + "@hn\",\"version\":8,\"id\":\"x1\",\"repeated\":false}";
    private static final Map<String, String> VISIT = Map.of(
            "startedAt", "2024-07-30T09:00",
            "endedAt", "2024-07-30T10:00",
            "place", "Dam keeper’s house",
            "capacity", "enforcing",
            "inspectors", "p-1,p-2",
            "credentialsShown", "true",
            "weather", "rain",
            "notes", "储液池漫溢。",
            "kept", "ph-1");

    private static final Map<String, String> SAMPLE = Map.ofEntries(
            Map.entry("number", "LBT-01"),
            Map.entry("part", "split"),
            Map.entry("medium", "wastewater"),
            Map.entry("grab", "yes"),
            Map.entry("pointLat", "24.95"),
            Map.entry("pointLon", "111.42"),
            Map.entry("takenAt", "2024-07-30T10:00"),
            Map.entry("seal", "FC-1"),
            Map.entry("takenBy", "p-1,p-2"),
            Map.entry("credentialsShown", "true"),
            Map.entry("parameters", "cod,tp"));
    private static final Map<String, String> CHECK = Map.ofEntries(
            Map.entry("checkedAt", "2024-08-20T10:00"),
            Map.entry("place", "水库北岸排口"),
            Map.entry("capacity", "enforcing"),
            Map.entry("inspectors", "p-1,p-2"),
            Map.entry("credentialsShown", "true"),
            Map.entry("weather", "after-rain"),
            Map.entry("answer", "sham"),
            Map.entry("shams", "m1"),
            Map.entry("account", "封堵已被拆除。"),
            Map.entry("kept", "ph-1"),
            Map.entry("accepted", "d-a1"));

    @Test
    void the_page_and_its_worker_are_the_same_for_everybody_and_hold_nothing_of_anybody() {
        assertThat(pages.get().uri("/staff/field/phone?lang=en"))
                .hasStatusOk()
                .bodyText()
                .contains("data-field", "Record this inspection", "Register a sample", "Record this after-check")
                .doesNotContain("data-mark", "??");
        assertThat(pages.get().uri("/staff/field/worker.js")).hasStatusOk().hasContentType("text/javascript");
        assertThat(json(pages.get().uri("/staff/field/who").exchange())
                        .path("mark")
                        .asString())
                .isEmpty();
    }

    @Test
    void what_the_forms_of_the_steps_ask_is_asked_in_the_field() {
        SERVICES.on(READ, kept("case.json"));
        String field = text("/staff/field/phone?lang=en");
        for (String step : List.of("record-inspection/i1", "take-sample", "after-check/o1", "comment")) {
            String page = text("/staff/cases/" + CASE + "/" + step + "?lang=en");
            String fields = page.substring(page.indexOf("class=\"fields\""), page.indexOf("name=\"idempotencyKey\""));
            assertThat(labels(fields))
                    .isNotEmpty()
                    .allSatisfy(label -> assertThat(field).as(step).contains(label));
        }
    }

    /** All but the people of the office and the measures of the case, which go along with the case. */
    private static List<String> labels(String fields) {
        return Pattern.compile("<(label|legend)[^>]*>([^<]+)<")
                .matcher(fields)
                .results()
                .map(label -> label.group(2))
                .filter(label -> !label.startsWith("演示") && !label.equals("加高围堰"))
                .toList();
    }

    private String text(String address) {
        return new String(
                pages.get()
                        .uri(address)
                        .with(officer())
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                UTF_8);
    }

    @Test
    void who_is_signed_in_is_known_by_a_mark_that_says_nothing() {
        assertThat(mark()).matches("[0-9a-f]{32}");
        SERVICES.on(READ, kept("case.json"));
        assertThat(pages.get().uri("/staff/cases/" + CASE + "/comment").with(officer()))
                .bodyText()
                .contains("data-mark=\"" + mark() + "\"");
    }

    @Test
    void what_is_taken_along_is_what_was_released_and_agreed_and_no_more() {
        SERVICES.on(READ, kept("case.json"));

        MvcTestResult answer =
                pages.get().uri("/staff/field/cases/" + CASE).with(officer()).exchange();
        assertThat(answer).hasStatusOk().hasHeader("Cache-Control", "no-store");
        JsonNode taken = json(answer);
        assertThat(taken.path("seen").asLong()).isEqualTo(7);
        assertThat(taken.path("summary").toString()).contains("降雨期间，有养殖废水流入水库。");
        assertThat(taken.path("places").toString()).contains("24.96120");
        JsonNode visit = task(taken, "record-inspection");
        assertThat(visit.path("ref").asString()).isEqualTo("i1");
        assertThat(visit.path("fields").path("startedAt").path(0).asString()).isEqualTo("2024-07-30T09:00");
        assertThat(visit.path("choices").path("inspectors").toString())
                .contains("演示·乙")
                .doesNotContain("演示·对方");
        assertThat(taken.toString()).doesNotContain("请先通知我方现场人员", "rp1", "储液池漫溢", "演示1号");
    }

    @Test
    void a_sample_and_an_after_check_go_along_as_their_forms_are_first_seen() {
        SERVICES.on(
                READ,
                kept("case.json").replace("\"id\": \"s1\", \"side\": \"hn\"", "\"id\": \"s1\", \"side\": \"gx\""));
        JsonNode taken = taken("zh-CN");
        JsonNode sample = task(taken, "take-sample");
        assertThat(sample.path("lines").toString()).contains("FC-1");
        assertThat(sample.path("fields").path("number").toString()).isEqualTo("[\"LBT-01\"]");
        assertThat(sample.path("fields").path("pointLat").toString()).isEqualTo("[\"24.95\"]");
        assertThat(sample.path("choices").path("takenBy").toString()).contains("p-2");

        JsonNode check = task(taken, "after-check");
        assertThat(check.path("ref").asString()).isEqualTo("o1");
        assertThat(check.path("fields").path("accepted").toString()).isEqualTo("[\"d-a1\"]");
        assertThat(check.path("choices").path("shams").toString()).contains("m1", "加高围堰");
    }

    @Test
    void after_the_end_a_case_can_be_looked_at_again_and_no_sample_is_taken() {
        SERVICES.on(READ, closed());
        JsonNode taken = taken("zh-CN");
        assertThat(task(taken, "after-check").isMissingNode()).isFalse();
        assertThat(task(taken, "take-sample").isMissingNode()).isTrue();
    }

    private static JsonNode task(JsonNode taken, String step) {
        return taken.path("tasks")
                .valueStream()
                .filter(task -> task.path("step").asString().equals(step))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static String closed() {
        return kept("case.json").replace("\"state\": \"finding\"", "\"state\": \"closed\"");
    }

    @Test
    void a_visit_that_the_own_side_has_recorded_is_not_taken_along() {
        SERVICES.on(READ, recordedByTheOwnSide());
        JsonNode taken = json(
                pages.get().uri("/staff/field/cases/" + CASE).with(officer()).exchange());
        assertThat(task(taken, "record-inspection").isMissingNode()).isTrue();
    }

    @Test
    void only_officers_take_a_case_along() {
        assertThat(pages.get().uri("/staff/field/cases/" + CASE).with(laboratory()))
                .hasStatus(404);
        assertThat(pages.get().uri("/staff/field/cases/" + CASE)).hasStatus3xxRedirection();
    }

    @Test
    void an_entry_is_filed_under_its_own_key_and_the_offered_place_is_known_in_either_language() {
        SERVICES.on(READ, kept("case.json")).on(WRITE + "/inspections/i1/record", RECEIPT);
        Map<String, String> visit = new HashMap<>(VISIT);
        visit.put("place", place(taken("zh-CN")));
        assertThat(place(taken("en"))).isNotEqualTo(visit.get("place"));

        JsonNode filed = json(send("record-inspection/i1?lang=en", visit, "7"));
        assertThat(filed.path("version").asLong()).isEqualTo(8);
        assertThat(SERVICES.at(WRITE + "/inspections/i1/record"))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.header("Idempotency-Key")).isEqualTo(KEY);
                    assertThat(request.header("If-Match")).isEqualTo("\"7\"");
                    assertThat(request.body())
                            .contains("\"photos\":[\"ph-1\"]", "\"person\":\"p-2\"", "\"county\":\"431129\"");
                });
    }

    private static String place(JsonNode taken) {
        return task(taken, "record-inspection")
                .path("fields")
                .path("place")
                .path(0)
                .asString();
    }

    @Test
    void a_sample_is_registered_from_the_field_and_a_seal_that_was_used_is_told_with_what_is_registered() {
        SERVICES.on(READ, kept("case.json")).on(WRITE + "/samples", RECEIPT);
        assertThat(json(send("take-sample", SAMPLE, "7")).path("version").asLong())
                .isEqualTo(8);
        assertThat(SERVICES.at(WRITE + "/samples")).singleElement().satisfies(request -> {
            assertThat(request.header("Idempotency-Key")).isEqualTo(KEY);
            assertThat(request.body()).contains("\"seal\":\"FC-1\"", "\"person\":\"p-2\"", "2024-07-30T02:00:00Z");
        });

        SERVICES.on(WRITE + "/samples", 422, "{\"code\":\"case.sample.seal-used\",\"arguments\":[\"FC-1\"]}");
        JsonNode refused = json(send("take-sample", SAMPLE, "7"));
        assertThat(refused.path("outcome").asString()).isEqualTo("refused");
        assertThat(refused.path("problems").path(0).path("words").asString()).contains("封");
        assertThat(refused.path("now").path("said").toString()).contains("LBT-01");
    }

    @Test
    void an_after_check_is_recorded_from_the_field() {
        SERVICES.on(READ, closed()).on(WRITE + "/orders/o1/after-check", RECEIPT);
        assertThat(json(send("after-check/o1", CHECK, "7")).path("version").asLong())
                .isEqualTo(8);
        assertThat(SERVICES.at(WRITE + "/orders/o1/after-check"))
                .singleElement()
                .satisfies(request -> assertThat(request.body())
                        .contains("\"accepted\":\"d-a1\"", "\"shams\":[\"m1\"]", "\"photos\":[\"ph-1\"]"));
    }

    @Test
    void what_was_accepted_anew_meanwhile_is_judged_anew_also_after_the_end() {
        SERVICES.on(READ, closed())
                .on(WRITE + "/orders/o1/after-check", 422, "{\"code\":\"case.digest-differs\",\"arguments\":[]}");
        Map<String, String> check = new HashMap<>(CHECK);
        check.put("accepted", "d-a0");

        MvcTestResult answer = send("after-check/o1", check, "7");
        assertThat(answer).hasStatus(409);
        JsonNode now = json(answer).path("now");
        assertThat(json(answer).path("outcome").asString()).isEqualTo("conflict");
        assertThat(json(answer).path("problems").toString()).contains("重新判断");
        assertThat(now.path("anew").toString()).isEqualTo("{\"accepted\":[\"d-a1\"],\"answer\":[],\"shams\":[]}");
        assertThat(now.path("choices").path("shams").toString()).contains("加高围堰");
        assertThat(now.path("said").toString()).contains("封堵已被拆除");
    }

    @Test
    void where_nothing_is_accepted_any_more_the_rule_says_so_and_what_was_judged_stays() {
        SERVICES.on(READ, kept("case.json").replace("\"accepted\": \"d-a1\", ", ""))
                .on(WRITE + "/orders/o1/after-check", 409, "{\"code\":\"stream.conflict\",\"actual\":9}");
        JsonNode changed = json(send("after-check/o1", CHECK, "6"));
        assertThat(changed.path("outcome").asString()).isEqualTo("conflict");
        assertThat(changed.path("now").path("anew").isEmpty()).isTrue();

        SERVICES.on(
                WRITE + "/orders/o1/after-check",
                422,
                "{\"code\":\"case.after-check.nothing-accepted\",\"arguments\":[]}");
        assertThat(json(send("after-check/o1", CHECK, "7")).path("outcome").asString())
                .isEqualTo("refused");
    }

    @Test
    void where_a_colleague_was_faster_the_answer_says_what_is_in_the_record_now() {
        SERVICES.on(READ, recordedByTheOwnSide())
                .on(WRITE + "/inspections/i1/record", 409, "{\"code\":\"stream.conflict\",\"actual\":9}");

        MvcTestResult answer = send("record-inspection/i1", VISIT, "6");
        assertThat(answer).hasStatus(409);
        JsonNode now = json(answer).path("now");
        assertThat(json(answer).path("outcome").asString()).isEqualTo("taken");
        assertThat(now.path("seen").asLong()).isEqualTo(7);
        assertThat(now.path("said").toString()).contains("围堰外有积水。", "储液池漫溢。");
    }

    @Test
    void another_change_of_the_record_is_a_conflict_and_a_closed_case_says_so() {
        SERVICES.on(READ, kept("case.json"))
                .on(WRITE + "/inspections/i1/record", 409, "{\"code\":\"stream.conflict\",\"actual\":9}");
        assertThat(json(send("record-inspection/i1", VISIT, "6"))
                        .path("outcome")
                        .asString())
                .isEqualTo("conflict");

        SERVICES.on(READ, closed()).on(WRITE + "/inspections/i1/record", 422, "{\"code\":\"case.closed\"}");
        MvcTestResult closed = send("record-inspection/i1", VISIT, "7");
        assertThat(closed).hasStatus(409);
        assertThat(json(closed).path("outcome").asString()).isEqualTo("closed");
        assertThat(json(closed).path("now").path("state").asString()).isEqualTo("已办结");
    }

    @Test
    void a_rule_that_refuses_is_told_with_its_reason() {
        SERVICES.on(READ, kept("case.json"))
                .on(
                        WRITE + "/inspections/i1/record",
                        422,
                        "{\"code\":\"case.inspectors.too-few\",\"arguments\":[\"2\"]}");

        MvcTestResult answer = send("record-inspection/i1", VISIT, "7");
        assertThat(answer).hasStatus(422);
        assertThat(json(answer).path("outcome").asString()).isEqualTo("refused");
        assertThat(json(answer).path("problems").path(0).path("words").asString())
                .contains("2");
    }

    @Test
    void what_is_missing_is_told_at_its_field_and_nothing_is_sent() {
        SERVICES.on(READ, kept("case.json"));

        MvcTestResult answer = send("record-inspection/i1", Map.of("notes", "漫溢"), "7");
        assertThat(answer).hasStatus(422);
        assertThat(json(answer).path("outcome").asString()).isEqualTo("wrong");
        assertThat(json(answer).path("problems").toString()).contains("\"field\":\"endedAt\"", "\"field\":\"weather\"");
        assertThat(SERVICES.at(WRITE + "/inspections/i1/record")).isEmpty();
    }

    @Test
    void nobody_sends_what_somebody_else_wrote_on_the_same_phone() {
        SERVICES.on(READ, kept("case.json"));
        MvcTestResult answer = pages.post()
                .uri("/staff/field/cases/" + CASE + "/comment")
                .param("mark", "0".repeat(32))
                .param("text", "说明")
                .with(officer())
                .with(csrf())
                .exchange();
        assertThat(answer).hasStatus(403);
        assertThat(SERVICES.at(WRITE + "/comments")).isEmpty();
    }

    @Test
    void while_a_service_is_away_the_entry_stays_as_it_is() {
        MvcTestResult answer = send("comment", Map.of("text", "说明"), "");
        assertThat(answer).hasStatus(503);
        assertThat(json(answer).path("outcome").asString()).isEqualTo("later");
    }

    @Test
    void of_the_steps_only_those_of_the_field_are_taken_from_there() {
        SERVICES.on(READ, kept("case.json"));
        assertThat(send("sign", Map.of(), "7")).hasStatus(404);
    }

    @Test
    void a_photo_goes_ahead_piece_by_piece_and_begun_again_it_goes_on_where_it_was() {
        SERVICES.on(PHOTOS, 201, "{\"id\":\"ph-1\",\"offset\":2}")
                .on("PATCH /api/v1/photos/ph-1", 201, "{\"id\":\"ph-1\",\"offset\":4}");

        assertThat(json(piecewise("/staff/uploads", Map.of())).path("offset").asLong())
                .isEqualTo(2);
        MvcTestResult piece = pages.patch()
                .uri("/staff/uploads/ph-1")
                .header("Upload-Offset", "2")
                .contentType("application/partial-upload")
                .content(new byte[] {3, 4})
                .with(officer())
                .with(csrf())
                .exchange();
        assertThat(json(piece).path("offset").asLong()).isEqualTo(4);
        assertThat(json(piecewise("/staff/uploads/whole", Map.of("upload", "ph-1", "person", mark())))
                        .path("id")
                        .asString())
                .isEqualTo("ph-1");

        piecewise("/staff/uploads", Map.of());
        assertThat(SERVICES.at(PHOTOS))
                .hasSize(2)
                .allSatisfy(
                        request -> assertThat(request.header("Upload-Length")).isEqualTo("4"))
                .extracting(request -> request.header("Idempotency-Key"))
                .containsOnly(SERVICES.at(PHOTOS).getFirst().header("Idempotency-Key"));
        assertThat(SERVICES.at("PATCH /api/v1/photos/ph-1"))
                .extracting(request -> request.header("Upload-Complete"))
                .containsExactly("?0", "?1");
    }

    @Test
    void a_photo_that_is_refused_or_not_that_persons_is_told_in_words() {
        SERVICES.on(PHOTOS, 422, "{\"code\":\"photo.too-large\",\"arguments\":[\"12582912\"]}");
        MvcTestResult large = piecewise("/staff/uploads", Map.of());
        assertThat(large).hasStatus(422);
        assertThat(json(large).path("outcome").asString()).isEqualTo("refused");
        assertThat(piecewise("/staff/uploads/whole", Map.of("upload", "ph-1", "person", "0".repeat(32))))
                .hasStatus(403);
    }

    private MvcTestResult piecewise(String address, Map<String, String> more) {
        var form = pages.post()
                .uri(address)
                .param("whole", KEY)
                .param("mark", "photo-1")
                .param("size", "4")
                .with(officer())
                .with(csrf());
        more.forEach(form::param);
        return form.exchange();
    }

    private JsonNode taken(String language) {
        return json(pages.get()
                .uri("/staff/field/cases/" + CASE + "?lang=" + language)
                .with(officer())
                .exchange());
    }

    private static String recordedByTheOwnSide() {
        return kept("case.json").replace("\"recordings\": {\"gx\":", """
            "recordings": {"hn": {"startedAt": "2024-07-30T01:00:00Z", "endedAt": "2024-07-30T03:00:00Z",
              "place": {"name": "围堰"}, "capacity": "attending", "inspectors": [], "weather": "rain",
              "notes": "围堰外有积水。", "photos": [], "at": "2024-07-30T04:00:00Z"}, "gx":\
            """);
    }

    private MvcTestResult send(String step, Map<String, String> fields, String seen) {
        var form = pages.post()
                .uri("/staff/field/cases/" + CASE + "/" + step)
                .param("mark", mark())
                .param("idempotencyKey", KEY)
                .param("seen", seen)
                .with(officer())
                .with(csrf());
        fields.forEach(form::param);
        return form.exchange();
    }

    private String mark() {
        return json(pages.get().uri("/staff/field/who").with(officer()).exchange())
                .path("mark")
                .asString();
    }

    private static JsonNode json(MvcTestResult answer) {
        return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
    }
}
