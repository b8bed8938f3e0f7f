package org.lianzhi.portal.cases.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianzhi.portal.OnStubServices;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class StepPagesTest extends OnStubServices {

    private static final String PAGE = "/staff/cases/" + CASE;
    private static final String API = "POST /api/v1/cases/" + CASE;
    private static final String KEY = "0123456789abcdef-key";
    private static final Map<String, String> VISIT = Map.of(
            "startsAt", "2024-07-30T09:00",
            "meetingPoint", "岭背塘水库大坝",
            "purpose", "查看排水沟");

    private static final String PAPERS = """
        {"items":[{"id":"d1","kind":"advance-notice","number":"告1号","office":"431100-department","about":"拟处罚","pages":[{"id":"dp9","sha256":"bb"}],
        "needsParty":false,"steps":[{"step":"approval","done":false,"by":"head","byOwn":false}],"by":"p-2","at":"2024-07-29T04:00:00Z"},
        {"id":"d2","kind":"interview-record","number":"询1号","office":"431129-branch","about":"询问场主","pages":[{"id":"dp8","sha256":"bb"}],
        "needsParty":true,"steps":[],"by":"p-2","at":"2024-07-29T04:00:00Z"}],"offices":["431129-branch","431100-department"]}\
        """;
    private static final String CANDIDATES = """
        {"items":[{"id":"01j3xw8m00a1b2c3d4e5f6g7h9","category":"livestock-wastewater","state":"closed",
        "openedAt":"2024-06-01T00:00:00Z","same":["source","water"]},{"id":"01j3xw8m00a1b2c3d4e5f6g7k1",
        "category":"livestock-wastewater","state":"finding","openedAt":"2024-07-01T00:00:00Z","same":[]}]}\
        """;

    @BeforeEach
    void thereIsACase() {
        SERVICES.on("GET /api/v1/cases/" + CASE, kept("case.json"))
                .on("GET /api/v1/cases/" + CASE + "/link-candidates", CANDIDATES)
                .on("GET /api/v1/cases/" + CASE + "/desk", "{\"remarks\":[]}")
                .on("GET /api/v1/cases/" + CASE + "/papers", PAPERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acknowledge",
                "state-jurisdiction",
                "enter-decision",
                "propose-inspection",
                "answer-inspection/i1",
                "record-inspection/i1",
                "take-sample",
                "send-sample/s1",
                "receive-sample/s1",
                "enter-results/s1",
                "propose-finding",
                "answer-finding/f1",
                "withdraw-finding/f1",
                "order",
                "measure-done/o1/m1",
                "extend-measure/o1/m1",
                "heavy-rain",
                "take-emergency-measure",
                "send-letter",
                "comment",
                "remark",
                "prepare-paper",
                "prepare-paper/d1",
                "approve-paper/d1",
                "issue-paper/d2",
                "assign",
                "link-case",
                "unlink-case/01j3xw8m00a1b2c3d4e5f6g7h9",
                "record-reply/l1",
                "decide-disposition",
                "after-check/o1/rain",
                "verify-measure/m1",
                "sign",
                "reopen"
            })
    void every_step_has_a_page_in_both_languages_that_says_what_the_other_province_sees(String step) {
        assertThat(pages.get().uri(PAGE + "/" + step).with(officer()))
                .hasStatusOk()
                .bodyText()
                .contains("name=\"seen\" value=\"7\"", "action=\"" + PAGE + "/" + step + "\"")
                .containsAnyOf("另一省立即可见", "现在还不会发出", "另一省看不到")
                .doesNotContain("??");
        assertThat(pages.get().uri(PAGE + "/" + step + "?lang=en").with(officer()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("??");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none-such",
                "answer-inspection/i9",
                "withdraw-signature",
                "unlink-case/01j3xw8m00a1b2c3d4e5f6g7k1",
                "verify-measure/o9/m1",
                "issue-paper/d9",
                "approve-paper/d2"
            })
    void a_step_about_nothing_does_not_exist(String step) {
        assertThat(pages.get().uri(PAGE + "/" + step).with(officer())).hasStatus(404);
    }

    @Test
    void a_step_is_sent_once_with_the_version_that_was_seen_and_local_time_as_an_instant() {
        SERVICES.on(API + "/inspections", 201, receipt());

        assertThat(send("/propose-inspection", VISIT)).hasStatus3xxRedirection().hasRedirectedUrl(PAGE);

        assertThat(SERVICES.at(API + "/inspections")).singleElement().satisfies(request -> {
            assertThat(request.header("Idempotency-Key")).isEqualTo(KEY);
            assertThat(request.header("If-Match")).isEqualTo("\"7\"");
            assertThat(request.body())
                    .contains("\"startsAt\":\"2024-07-30T01:00:00Z\"", "\"name\":\"岭背塘水库大坝\"", "\"purpose\":\"查看排水沟\"");
        });
    }

    @Test
    void a_position_on_jurisdiction_begins_with_what_the_own_side_said_and_shows_the_other_one() {
        SERVICES.on(API + "/jurisdiction/position", receipt());

        assertThat(pages.get().uri(PAGE + "/state-jurisdiction?lang=en").with(officer()))
                .bodyText()
                .contains(
                        "this side filed first (Administrative Penalties Law, article 25)",
                        "Guangxi should lead",
                        "养殖场由本侧日常监管",
                        "affected water, filed first");
        assertThat(send("/state-jurisdiction", Map.of("lead", "gx", "grounds", "facility", "explanation", "设施在广西")))
                .hasStatus3xxRedirection();
        assertThat(SERVICES.at(API + "/jurisdiction/position"))
                .singleElement()
                .satisfies(request -> assertThat(request.body())
                        .contains("\"lead\":\"gx\"", "\"grounds\":[\"facility\"]", "\"explanation\":\"设施在广西\""));
        assertThat(send("/state-jurisdiction", Map.of("lead", "gx")))
                .hasStatus(422)
                .bodyText()
                .contains("请至少选择一项依据");
    }

    @Test
    void a_decision_from_above_needs_its_pages_and_nothing_of_the_other_sides_entry_is_taken_over() {
        assertThat(pages.get().uri(PAGE + "/enter-decision").with(officer()))
                .bodyText()
                .contains("演示1号")
                .doesNotContain("value=\"演示1号\"");
        assertThat(send(
                        "/enter-decision",
                        Map.of("issuer", "上级机关", "number", "演示1号", "decidedOn", "2024-07-28", "lead", "gx")))
                .hasStatus(422)
                .bodyText()
                .contains("请至少添加一页", "value=\"演示1号\"");
    }

    @Test
    void a_sham_is_said_of_named_measures_and_what_holds_names_none() {
        SERVICES.on(API + "/orders/o1/after-check", receipt());
        Map<String, String> seen = Map.of(
                "checkedAt", "2024-08-21T09:00",
                "place", "排口",
                "capacity", "attending",
                "inspectors", "o-1,o-2",
                "weather", "after-rain",
                "account", "封堵已被拆除",
                "accepted", "d-a1");

        for (Map<String, String> wrong : List.of(Map.of("answer", "sham"), Map.of("answer", "holds", "shams", "m1"))) {
            Map<String, String> sent = new HashMap<>(seen);
            sent.putAll(wrong);
            assertThat(send("/after-check/o1/rain", sent))
                    .hasStatus(422)
                    .bodyText()
                    .contains("虚假整改要选出措施", "封堵已被拆除</textarea>");
        }
        Map<String, String> sham = new HashMap<>(seen);
        sham.putAll(Map.of("answer", "sham", "shams", "m1"));
        assertThat(send("/after-check/o1/rain", sham)).hasStatus3xxRedirection();
        assertThat(SERVICES.at(API + "/orders/o1/after-check"))
                .singleElement()
                .satisfies(request -> assertThat(request.body())
                        .contains(
                                "\"accepted\":\"d-a1\"",
                                "\"shams\":[\"m1\"]",
                                "\"checkedAt\":\"2024-08-21T01:00:00Z\"",
                                "\"person\":\"o-2\""));
    }

    @Test
    void a_paper_of_the_citys_bureau_is_approved_with_the_number_of_its_document_or_sent_back_with_reasons() {
        assertThat(pages.get().uri(PAGE + "/approve-paper/d1").with(officer()))
                .bodyText()
                .contains("永州市生态环境局", "决定机关审批文书号", "负责人审批", "name=\"part\" value=\"approval\"")
                .containsPattern("name=\"preparedAt\" value=\"20[^\"]+Z\"");
        SERVICES.on(API + "/papers/d1/steps", receipt()).on(API + "/papers/d1/sending-back", receipt());
        assertThat(send("/approve-paper/d1", Map.of("answer", "no", "part", "approval")))
                .hasStatus(422);
        assertThat(send("/approve-paper/d1", Map.of("answer", "no", "part", "approval", "reasons", "请补充法律依据")))
                .hasRedirectedUrl(PAGE);
        assertThat(send(
                        "/approve-paper/d1",
                        Map.of(
                                "answer",
                                "yes",
                                "part",
                                "approval",
                                "reference",
                                "市局7号",
                                "preparedAt",
                                "2024-07-29T04:00:00Z")))
                .hasRedirectedUrl(PAGE);
        assertThat(SERVICES.at(API + "/papers/d1/steps"))
                .singleElement()
                .satisfies(request -> assertThat(request.body())
                        .isEqualTo("{\"step\":\"approval\",\"reference\":\"市局7号\","
                                + "\"preparedAt\":\"2024-07-29T04:00:00Z\"}"));
    }

    @Test
    void a_paper_is_issued_with_the_signature_of_the_party_or_how_it_refused() {
        SERVICES.on(API + "/papers/d2/issue", receipt());
        assertThat(send("/issue-paper/d2", Map.of("issuedOn", "2024-08-01", "party", "refused")))
                .hasStatus(422)
                .bodyText()
                .contains("请写明拒签或不在场的情况");
        assertThat(send("/issue-paper/d2", Map.of("issuedOn", "2024-08-01", "party", "refused", "partyWords", "有见证人")))
                .hasRedirectedUrl(PAGE);
        assertThat(SERVICES.at(API + "/papers/d2/issue"))
                .singleElement()
                .satisfies(request ->
                        assertThat(request.body()).contains("\"party\":\"refused\"", "\"partyWords\":\"有见证人\""));
    }

    @Test
    void a_case_is_handed_over_with_a_note_to_somebody_of_the_own_office() {
        assertThat(pages.get().uri(PAGE + "/assign").with(officer()))
                .bodyText()
                .contains("尚未确定", "演示·甲", "演示·乙")
                .doesNotContain("演示·对方");
        SERVICES.on(API + "/desk/assignment", receipt());
        assertThat(send("/assign", Map.of("note", "钥匙在值班室"))).hasStatus(422);
        assertThat(send("/assign", Map.of("person", "p-2", "note", "钥匙在值班室"))).hasRedirectedUrl(PAGE);
        assertThat(SERVICES.at(API + "/desk/assignment"))
                .singleElement()
                .satisfies(request -> assertThat(request.body()).isEqualTo("{\"person\":\"p-2\",\"note\":\"钥匙在值班室\"}"));
    }

    @Test
    void a_case_is_linked_that_was_offered_or_whose_address_is_known() {
        assertThat(pages.get().uri(PAGE + "/link-case").with(officer()))
                .bodyText()
                .contains("C-20240729-F6G7H9", "已办结；同一设施", "同一水体", "C-20240729-F6G7K1");
        assertThat(pages.get().uri(PAGE + "/reopen").with(officer()))
                .bodyText()
                .contains("可能属于同一事项的案件", "C-20240729-F6G7H9")
                .doesNotContain("C-20240729-F6G7K1");
        SERVICES.on(API + "/links", receipt());
        Map<String, String> why = Map.of("kind", "repeat", "reason", "同一排口再次排水");

        assertThat(send("/link-case", why)).hasStatus(422).bodyText().contains("请选择案件，或者填写案件页面的网址");
        assertThat(SERVICES.at(API + "/links")).isEmpty();
        Map<String, String> typed = new HashMap<>(why);
        typed.putAll(Map.of("other", "x1", "address", "https://portal.example/staff/cases/x2?lang=en"));
        assertThat(send("/link-case", typed)).hasRedirectedUrl(PAGE);
        assertThat(SERVICES.at(API + "/links"))
                .singleElement()
                .satisfies(request -> assertThat(request.body())
                        .contains("\"other\":\"x2\"", "\"kind\":\"repeat\"", "\"reason\":\"同一排口再次排水\""));
    }

    @Test
    void a_link_is_taken_back_with_a_reason() {
        String step = "/unlink-case/01j3xw8m00a1b2c3d4e5f6g7h9";
        String undoing = API + "/links/01j3xw8m00a1b2c3d4e5f6g7h9/undoing";
        SERVICES.on(undoing, receipt());

        assertThat(send(step, Map.of("reason", "不是"))).hasStatus(422).bodyText().contains("请至少用 5 个字说明");
        assertThat(send(step, Map.of("reason", "经核实是另一个排口"))).hasRedirectedUrl(PAGE);
        assertThat(SERVICES.at(undoing))
                .singleElement()
                .satisfies(request -> assertThat(request.body()).isEqualTo("{\"reason\":\"经核实是另一个排口\"}"));
    }

    @Test
    void the_lists_of_both_provinces_stand_side_by_side_and_only_those_of_the_own_side_can_be_chosen() {
        assertThat(pages.get().uri(PAGE + "/decide-disposition").with(officer()))
                .bodyText()
                .contains("湖南省生态环境违法行为免罚轻罚告知承诺制实施办法》（版本 2023-03-14", "未核对原文", "未找到适用的清单")
                .contains("value=\"hn-notice-and-commitment\"", "回溯 12 个月");
        SERVICES.on(API + "/dispositions", 201, receipt());
        assertThat(send(
                        "/decide-disposition",
                        Map.of(
                                "kind", "no-penalty",
                                "bases", "app-33",
                                "conditions", "slight,corrected,no-harm",
                                "number", "演示1号",
                                "decidedOn", "2024-08-01",
                                "reasons", "轻微并及时改正")))
                .hasStatus3xxRedirection();
        assertThat(SERVICES.at(API + "/dispositions"))
                .singleElement()
                .satisfies(request -> assertThat(request.body())
                        .contains("\"bases\":[\"app-33\"]", "\"conditions\":[\"slight\",\"corrected\",\"no-harm\"]"));
    }

    @Test
    void what_is_missing_is_said_and_nothing_is_sent() {
        assertThat(send("/propose-inspection", Map.of("purpose", "查看排水沟")))
                .hasStatus(422)
                .bodyText()
                .contains("请填写开始时间", "请填写集合地点", "查看排水沟</textarea>", "value=\"" + KEY + "\"");
        assertThat(SERVICES.at(API + "/inspections")).isEmpty();
    }

    @Test
    void a_colleague_was_faster_so_the_page_shows_what_is_new_and_keeps_what_was_typed() {
        SERVICES.on(API + "/inspections", 409, "{\"code\":\"stream.conflict\",\"expected\":7,\"actual\":8}")
                .on("GET /api/v1/cases/" + CASE, kept("case.json").replace("\"hn\": 7", "\"hn\": 8"))
                .on("GET /api/v1/timelines/" + CASE, kept("timeline.json"));

        MvcTestResult page = send("/propose-inspection", VISIT);

        assertThat(page)
                .hasStatus(409)
                .bodyText()
                .contains("提出调查结论", "认定的原因：雨水漫溢")
                .contains("岭背塘水库大坝</textarea>", "value=\"2024-07-30T09:00\"", "name=\"seen\" value=\"8\"")
                .doesNotContain("value=\"" + KEY + "\"", "开立联合处置案件");
    }

    @Test
    void a_rule_that_forbids_is_told_in_words_and_an_unknown_one_with_its_code() {
        SERVICES.on(API + "/inspections", 422, "{\"code\":\"case.brand-new\",\"arguments\":[]}");

        assertThat(send("/propose-inspection", VISIT))
                .hasStatus(422)
                .bodyText()
                .contains("现在不能这样办理（case.brand-new）", "岭背塘水库大坝</textarea>");
    }

    @Test
    void while_the_service_is_away_the_text_and_the_key_stay() {
        assertThat(send("/propose-inspection", VISIT))
                .hasStatus(503)
                .bodyText()
                .contains("系统暂时无法保存", "岭背塘水库大坝</textarea>", "value=\"" + KEY + "\"");
    }

    @Test
    void when_not_even_the_case_can_be_read_the_form_waits_on_a_page_of_its_own() {
        SERVICES.forget();

        assertThat(send("/propose-inspection", VISIT))
                .hasStatus(503)
                .bodyText()
                .contains("重新发送", "name=\"meetingPoint\" value=\"岭背塘水库大坝\"", "value=\"" + KEY + "\"");
    }

    @Test
    void a_confirmation_names_the_digest_that_was_on_the_page() {
        SERVICES.on(API + "/findings/f1/confirmation", receipt());

        assertThat(send("/answer-finding/f1", Map.of("answer", "yes", "digest", "d-f1")))
                .hasRedirectedUrl(PAGE);
        assertThat(SERVICES.at(API + "/findings/f1/confirmation"))
                .singleElement()
                .satisfies(request -> assertThat(request.body()).isEqualTo("{\"digest\":\"d-f1\"}"));
    }

    @Test
    void dissent_needs_reasons() {
        SERVICES.on(API + "/findings/f1/dissent", receipt());

        assertThat(send("/answer-finding/f1", Map.of("answer", "no", "digest", "d-f1", "reasons", " ")))
                .hasStatus(422);
        assertThat(send("/answer-finding/f1", Map.of("answer", "no", "digest", "d-f1", "reasons", "样品不足，不能认定")))
                .hasRedirectedUrl(PAGE);
    }

    @Test
    void results_are_compared_with_the_standard_before_they_are_reported() {
        SERVICES.on(API + "/samples/s1/results", receipt());
        Map<String, String> typed = Map.of(
                "standard", "gb-18596-2001",
                "analysedAt", "2024-08-01T10:00",
                "lines[0].parameter", "cod",
                "lines[0].value", "612",
                "lines[0].unit", "mg/L",
                "lines[0].method", "HJ 828-2017");

        assertThat(send("/enter-results/s1", typed))
                .hasStatusOk()
                .bodyText()
                .contains("核对后报出", "超过限值", "1.53", "只作参考")
                .contains(
                        "name=\"lines[0].value\" value=\"612\"", "value=\"2024-08-01T10:00\"", "value=\"" + KEY + "\"");
        assertThat(SERVICES.at(API + "/samples/s1/results")).isEmpty();

        Map<String, String> confirmed = new HashMap<>(typed);
        confirmed.put("checked", "true");
        assertThat(send("/enter-results/s1", confirmed)).hasRedirectedUrl(PAGE);
        assertThat(SERVICES.at(API + "/samples/s1/results"))
                .singleElement()
                .satisfies(request ->
                        assertThat(request.body()).contains("\"value\":\"612\"", "\"belowDetection\":false"));
    }

    @Test
    void a_script_sends_photos_ahead_and_a_form_without_photos_does_not_ask_for_it() {
        assertThat(pages.get().uri(PAGE + "/measure-done/m1").with(officer()))
                .bodyText()
                .contains(
                        "data-upload=\"/staff/uploads/whole\"",
                        "data-upload-pieces=\"/staff/uploads\"",
                        "data-upload-carries=\"kept\"",
                        "data-upload-progress");
        assertThat(pages.get().uri(PAGE + "/comment").with(officer()))
                .bodyText()
                .doesNotContain("data-upload=", "data-upload-progress");
    }

    @Test
    void photos_that_have_arrived_need_not_be_chosen_again() {
        SERVICES.on("POST /api/v1/photos", 201, "{\"id\":\"ph1\",\"sha256\":\"cc\"}")
                .on(API + "/inspections/i1/record", 422, "{\"code\":\"case.inspection-in-future\"}");
        var photo = new MockMultipartFile("photos", "zhang-san.jpg", "image/jpeg", new byte[] {1, 2, 3});
        var form = pages.post()
                .uri(PAGE + "/record-inspection/i1")
                .multipart()
                .file(photo)
                .param("idempotencyKey", KEY)
                .param("seen", "7")
                .param("startedAt", "2024-07-30T09:00")
                .param("endedAt", "2024-07-30T11:00")
                .param("place", "养殖场")
                .param("capacity", "attending")
                .param("inspectors", "p-1", "p-2")
                .param("credentialsShown", "true")
                .param("weather", "rain")
                .param("notes", "储液池漫溢")
                .with(officer())
                .with(csrf());

        assertThat(form.exchange())
                .hasStatus(422)
                .bodyText()
                .contains("name=\"kept\" value=\"ph1\"", "已收到 1 张照片")
                .doesNotContain("演示·对方");
        assertThat(SERVICES.at("POST /api/v1/photos"))
                .singleElement()
                .satisfies(request -> assertThat(request.body()).doesNotContain("zhang-san"));
        assertThat(SERVICES.at(API + "/inspections/i1/record"))
                .singleElement()
                .satisfies(request -> assertThat(request.body())
                        .contains(
                                "\"photos\":[\"ph1\"]",
                                "{\"bureau\":\"431129-branch\",\"person\":\"p-1\",\"credentialsShown\":true}"));
    }

    @Test
    void a_signature_is_asked_for_again_when_its_content_has_changed() {
        SERVICES.on(API + "/closure/signature", 409, "{\"code\":\"stream.conflict\",\"actual\":8}")
                .on(
                        "GET /api/v1/cases/" + CASE,
                        kept("case.json").replace("\"outcomes\"", "\"digest\":\"new\",\"outcomes\""));

        assertThat(send("/sign", Map.of("outcome", "rectified-and-verified", "agreed", "true", "digest", "old")))
                .hasStatus(409)
                .bodyText()
                .contains("value=\"new\"")
                .doesNotContainPattern(Pattern.compile("name=\"agreed\"[^>]*checked"));
    }

    @Test
    void signatures_that_crossed_with_different_outcomes_are_shown_with_what_is_to_be_done() {
        SERVICES.on("GET /api/v1/cases/" + CASE, kept("case.json").replace("\"signatures\": {}", """
            "signatures": {"hn": {"digest": "a", "outcome": "no-breach-found"},
            "gx": {"digest": "a", "outcome": "handed-on"}}\
            """));

        assertThat(pages.get().uri(PAGE + "/sign").with(officer()))
                .hasStatusOk()
                .bodyText()
                .contains("两侧签署的办结结果不同", "湖南：没有发现违法行为", "广西：移交其他部门办理", "撤回签署");
    }

    private MvcTestResult send(String step, Map<String, String> typed) {
        var form = pages.post()
                .uri(PAGE + step)
                .param("idempotencyKey", KEY)
                .param("seen", "7")
                .with(officer())
                .with(csrf());
        typed.forEach(form::param);
        return form.exchange();
    }

    private static String receipt() {
        return "{\"stream\":\"case-" + CASE + "@hn\",\"version\":8,\"id\":\"x1\",\"repeated\":false}";
    }
}
