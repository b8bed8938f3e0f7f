package org.lianzhi.portal.instruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.junit.jupiter.api.Test;
import org.lianzhi.portal.OnStubServices;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class InstructionPagesTest extends OnStubServices {

    private static final String OF_CASE = "/supervision/cases/" + CASE + "/instructions";
    private static final String OF_OFFICE = "/staff/supervision/" + CASE;
    private static final String API = "/api/v1/cases/" + CASE;
    private static final String RECEIPT =
            "{\"stream\":\"supervision-%s@hn\",\"version\":3,\"id\":\"i1\",\"repeated\":false}".formatted(CASE);

    private static String instruction(String stage, boolean overdue) {
        return """
            {"id":"i1","office":"431129-branch","giver":"430000-department","task":"查清雨水排口去向","givenAt":"2024-07-29T01:00:00Z",
            "dueAt":"2024-08-02T10:00:00Z","stage":"%s","overdue":%s,"reminders":1,
            "steps":[{"what":"reminded","at":"2024-08-01T10:00:00Z","words":null,"dueAt":"2024-08-02T10:00:00Z","byClock":true}]}\
            """.formatted(stage, overdue);
    }

    private static String supervision(String... instructions) {
        return """
            {"caseId":"%s","category":"sewage","affectedWater":{"county":"431129","name":"岭背塘水库"},"synthetic":true,"version":2,
            "bureau":"431129-branch","offices":["431102-branch","431129-branch","430000-department"],"instructions":[%s]}\
            """.formatted(CASE, String.join(",", instructions));
    }

    private static void supervised(String... instructions) {
        SERVICES.on("GET " + API + "/supervision", supervision(instructions));
    }

    @Test
    void a_supervisor_sees_the_instructions_of_a_case_and_what_can_be_done_about_each() {
        supervised(instruction("running", true));

        assertThat(pages.get().uri(OF_CASE).with(supervisor()))
                .hasStatusOk()
                .bodyText()
                .contains("永州市生态环境局江华分局", "查清雨水排口去向", "到期前自动催办", "已逾期", "2024年8月2日 18:00")
                .contains(OF_CASE + "/new", OF_CASE + "/i1/remind", OF_CASE + "/i1/extend", OF_CASE + "/i1/withdraw")
                .doesNotContain("??", OF_CASE + "/i1/close");
        supervised(instruction("reported", false));
        assertThat(pages.get().uri(OF_CASE + "?lang=en").with(supervisor()))
                .bodyText()
                .contains(OF_CASE + "/i1/close", "Reported")
                .doesNotContain("??");
        supervised();
        assertThat(pages.get().uri(OF_CASE).with(supervisor())).bodyText().contains("还没有督办");
    }

    @Test
    void before_anything_is_sent_the_page_says_who_will_know_and_that_the_other_side_will_not() {
        supervised();

        assertThat(pages.get().uri(OF_CASE + "/new").with(supervisor()))
                .hasStatusOk()
                .bodyText()
                .contains("永州市", "省级", "湖南省生态环境厅", "value=\"431129-branch\" selected")
                .doesNotContain("??");
        assertThat(give("/new", "change-nothing"))
                .hasStatusOk()
                .bodyText()
                .contains("谁会知道", "永州市生态环境局江华分局：收到通知", "对方的任何单位都看不到", "查清雨水排口去向")
                .contains("name=\"dueAt\" value=\"2099-08-02T18:00\"", "name=\"idempotencyKey\" value=\"k-12345678\"")
                .doesNotContain("??");
        assertThat(SERVICES.at("POST " + API + "/instructions")).isEmpty();
        assertThat(give("/new", "change")).hasStatusOk().bodyText().contains("查清雨水排口去向</textarea>", "2099-08-02T18:00");
    }

    private MvcTestResult give(String where, String more) {
        return pages.post()
                .uri(OF_CASE + where)
                .with(supervisor())
                .with(csrf())
                .param("office", "431129-branch")
                .param("task", "查清雨水排口去向")
                .param("dueAt", "2099-08-02T18:00")
                .param("idempotencyKey", "k-12345678")
                .param(more, "1")
                .exchange();
    }

    @Test
    void what_was_confirmed_is_sent_once_with_its_key_and_in_universal_time() {
        SERVICES.on("POST " + API + "/instructions", 201, RECEIPT);

        assertThat(give("/confirm", "nothing")).hasRedirectedUrl(OF_CASE);
        assertThat(SERVICES.at("POST " + API + "/instructions")).singleElement().satisfies(sent -> {
            assertThat(sent.header("Idempotency-Key")).isEqualTo("k-12345678");
            assertThat(sent.body())
                    .contains(
                            "\"office\":\"431129-branch\"",
                            "\"task\":\"查清雨水排口去向\"",
                            "\"dueAt\":\"2099-08-02T10:00:00Z\"");
        });
    }

    @Test
    void what_is_missing_or_refused_is_said_at_its_field_and_what_was_typed_stays() {
        supervised();
        assertThat(pages.post()
                        .uri(OF_CASE + "/new")
                        .with(supervisor())
                        .with(csrf())
                        .param("task", "查清"))
                .hasStatus(422)
                .bodyText()
                .contains("请选择承办单位", "请填写日期和时间", "查清</textarea>");
        SERVICES.on("POST " + API + "/instructions", 422, "{\"code\":\"supervision.due-passed\",\"arguments\":[]}");
        assertThat(give("/confirm", "nothing"))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"dueAt-error\"", "期限须在现在以后", "查清雨水排口去向</textarea>");
        SERVICES.on("POST " + API + "/instructions", 503, "{}");
        assertThat(give("/confirm", "nothing"))
                .hasStatus(503)
                .bodyText()
                .contains("查清雨水排口去向</textarea>", "value=\"k-12345678\"");
    }

    @Test
    void while_the_page_cannot_be_drawn_either_what_was_typed_waits_on_a_page_of_its_own() {
        SERVICES.forget();

        assertThat(give("/confirm", "nothing"))
                .hasStatus(503)
                .hasHeader("Retry-After", "10")
                .bodyText()
                .contains("action=\"" + OF_CASE + "/confirm\"", "name=\"task\" value=\"查清雨水排口去向\"")
                .contains("name=\"idempotencyKey\" value=\"k-12345678\"", "name=\"_csrf\"")
                .doesNotContain("??");
        assertThat(pages.get().uri(OF_CASE + "/new").with(supervisor())).hasStatus(503);
    }

    @Test
    void an_office_is_reminded_given_time_and_let_go() {
        supervised(instruction("running", false));
        SERVICES.on("POST " + API + "/instructions/i1/reminder", RECEIPT)
                .on("POST " + API + "/instructions/i1/extension", RECEIPT)
                .on("POST " + API + "/instructions/i1/withdrawal", RECEIPT);

        assertThat(act("remind", "", "")).hasRedirectedUrl(OF_CASE);
        assertThat(act("extend", "等待检测结果", "")).hasStatus(422).bodyText().contains("请填写日期和时间");
        assertThat(act("extend", "", "2099-08-02T18:00"))
                .hasStatus(422)
                .bodyText()
                .contains("请用至少 5 个字说明理由");
        assertThat(act("extend", "等待检测结果", "2099-08-02T18:00")).hasRedirectedUrl(OF_CASE);
        assertThat(act("withdraw", "现场已经处置", "")).hasRedirectedUrl(OF_CASE);
        assertThat(SERVICES.at("POST " + API + "/instructions/i1/extension"))
                .singleElement()
                .satisfies(sent -> assertThat(sent.body())
                        .contains("\"dueAt\":\"2099-08-02T10:00:00Z\"", "\"reason\":\"等待检测结果\""));
        assertThat(act("explode", "", "")).hasStatus(404);
    }

    private MvcTestResult act(String act, String words, String dueAt) {
        return pages.post()
                .uri(OF_CASE + "/i1/" + act)
                .with(supervisor())
                .with(csrf())
                .param("words", words)
                .param("dueAt", dueAt)
                .exchange();
    }

    @Test
    void every_act_has_its_page_in_both_languages() {
        supervised(instruction("reported", false));
        for (String act : new String[] {"remind", "extend", "close", "withdraw"}) {
            for (String language : new String[] {"zh-CN", "en"}) {
                assertThat(pages.get()
                                .uri(OF_CASE + "/i1/" + act + "?lang=" + language)
                                .with(supervisor()))
                        .as(act)
                        .hasStatusOk()
                        .bodyText()
                        .contains("查清雨水排口去向")
                        .doesNotContain("??");
            }
        }
        assertThat(pages.get().uri(OF_CASE + "/i1/remind?lang=zh-CN").with(supervisor()))
                .bodyText()
                .contains("退回补充", "还缺什么");
        assertThat(pages.get().uri(OF_CASE + "/i2/remind").with(supervisor())).hasStatus(404);
    }

    @Test
    void a_case_says_that_somebody_must_grade_it_until_somebody_has() {
        supervised();
        assertThat(pages.get().uri(OF_CASE).with(supervisor()))
                .bodyText()
                .contains("需要人工分级", "/supervision/cases/" + CASE + "/grading", "永州市生态环境局江华分局");
        SERVICES.on("GET " + API + "/supervision", """
            {"caseId":"%s","category":"sewage","bureau":"431100-department","offices":["431129-branch","431100-department"],"instructions":[],
            "gradings":[{"grade":"risk","reason":"未造成污染后果","legalBasis":"国办函〔2014〕119号","at":"2024-07-29T01:00:00Z"}],
            "designations":[{"office":"431100-department","instead":"431129-branch","reason":"管辖有争议","legalBasis":"第二十五条",
            "at":"2024-07-29T02:00:00Z"}]}\
            """.formatted(CASE));
        assertThat(pages.get().uri(OF_CASE + "?lang=zh-CN").with(supervisor()))
                .bodyText()
                .contains("风险隐患", "未造成污染后果", "国办函〔2014〕119号", "永州市生态环境局，代替 永州市生态环境局江华分局")
                .doesNotContain("需要人工分级", "??");
        assertThat(pages.get().uri(OF_OFFICE).with(officer()))
                .bodyText()
                .contains("风险隐患", "管辖有争议")
                .doesNotContain("/grading", "/designation");
    }

    @Test
    void a_grade_and_an_office_are_decided_with_reason_and_legal_basis() {
        supervised();
        SERVICES.on("POST " + API + "/grading", RECEIPT).on("POST " + API + "/designation", RECEIPT);

        for (String page : new String[] {"grading", "designation"}) {
            for (String language : new String[] {"zh-CN", "en"}) {
                assertThat(pages.get()
                                .uri("/supervision/cases/" + CASE + "/" + page + "?lang=" + language)
                                .with(supervisor()))
                        .hasStatusOk()
                        .bodyText()
                        .doesNotContain("??");
            }
            assertThat(pages.get()
                            .uri("/supervision/cases/" + CASE + "/" + page)
                            .with(officer()))
                    .hasStatus(404);
        }
        assertThat(decide("grading", "", "理由", "")).hasStatus(422).bodyText().contains("id=\"reason-error\"");
        assertThat(decide("grading", "risk", "未造成污染后果", "国办函〔2014〕119号")).hasRedirectedUrl(OF_CASE);
        assertThat(decide("designation", "430000-department", "两分局有争议", "行政处罚法第二十五条"))
                .hasRedirectedUrl(OF_CASE);
        assertThat(SERVICES.at("POST " + API + "/grading"))
                .singleElement()
                .satisfies(sent ->
                        assertThat(sent.body()).contains("\"grade\":\"risk\"", "\"legalBasis\":\"国办函〔2014〕119号\""));
        SERVICES.on("POST " + API + "/designation", 422, "{\"code\":\"supervision.office-already\",\"arguments\":[]}");
        assertThat(decide("designation", "431129-branch", "两分局有争议", "行政处罚法第二十五条"))
                .hasStatus(422)
                .bodyText()
                .contains("这个单位已经在办理", "id=\"what-error\"");
    }

    private MvcTestResult decide(String page, String what, String reason, String legalBasis) {
        return pages.post()
                .uri("/supervision/cases/" + CASE + "/" + page)
                .with(supervisor())
                .with(csrf())
                .param("what", what)
                .param("reason", reason)
                .param("legalBasis", legalBasis)
                .exchange();
    }

    @Test
    void all_instructions_stand_in_one_list_by_view() {
        SERVICES.on("GET /api/v1/instructions", """
            {"items":[{"caseId":"%s","category":"sewage","affectedWater":null,"synthetic":true,"instruction":%s}],"page":0,"size":20,"total":1,
            "counts":{"open":1,"overdue":1,"reported":0,"over":4}}\
            """.formatted(CASE, instruction("running", true)));

        assertThat(pages.get().uri("/supervision/instructions?view=overdue").with(supervisor()))
                .hasStatusOk()
                .bodyText()
                .contains(OF_CASE + "#instruction-i1", "查清雨水排口去向", "已逾期", ">4</span>")
                .doesNotContain("??");
    }

    @Test
    void the_office_finds_it_on_the_case_page_in_the_worklist_and_in_the_inbox_and_reports_back() {
        supervised(instruction("running", true));
        SERVICES.on("GET " + API, kept("case.json"))
                .on("GET /api/v1/instructions", """
                    {"items":[{"caseId":"%s","category":"sewage","affectedWater":null,"synthetic":true,"instruction":%s}],"page":0,"size":200,
                    "total":1,"counts":{"open":1,"overdue":1,"reported":0,"over":0}}\
                    """.formatted(CASE, instruction("running", true)))
                .on("GET /api/v1/notices", """
                    {"items":[{"id":"n1","kind":"instruction-given","subjectKind":"supervision","subject":"%s","at":"2024-07-29T01:00:00Z","read":true}],
                    "page":0,"size":20,"total":1,"unread":0}\
                    """.formatted(CASE))
                .on("POST " + API + "/instructions/i1/report", RECEIPT);

        assertThat(pages.get().uri("/staff/cases/" + CASE).with(officer()))
                .hasStatusOk()
                .bodyText()
                .contains("上级督办，等待贵单位报告", "查清雨水排口去向", OF_OFFICE + "/i1")
                .doesNotContain("??");
        assertThat(pages.get().uri("/staff/worklist").with(officer()))
                .bodyText()
                .contains("督办：", OF_OFFICE, "报告办理情况");
        assertThat(pages.get().uri("/staff/inbox").with(officer())).bodyText().contains("上级下达了督办", OF_OFFICE);
        assertThat(pages.get().uri(OF_OFFICE).with(officer()))
                .hasStatusOk()
                .bodyText()
                .contains(OF_OFFICE + "/i1", "查清雨水排口去向")
                .doesNotContain("??", "/new", "/i1/remind");
        assertThat(pages.get().uri(OF_OFFICE + "/i1").with(officer())).hasStatusOk();
        assertThat(report("ok")).hasStatus(422).bodyText().contains("请用至少 5 个字说明办理情况");
        assertThat(report("雨水排口已经封堵")).hasRedirectedUrl(OF_OFFICE);
        assertThat(SERVICES.at("POST " + API + "/instructions/i1/report"))
                .singleElement()
                .satisfies(sent -> assertThat(sent.body()).isEqualTo("{\"account\":\"雨水排口已经封堵\"}"));
    }

    private MvcTestResult report(String words) {
        return pages.post()
                .uri(OF_OFFICE + "/i1")
                .with(officer())
                .with(csrf())
                .param("words", words)
                .exchange();
    }

    @Test
    void the_case_page_is_shown_without_instructions_while_they_cannot_be_told() {
        SERVICES.on("GET " + API, kept("case.json"));
        assertThat(pages.get().uri("/staff/cases/" + CASE).with(officer())).hasStatusOk();
    }

    @Test
    void the_pages_are_for_their_roles_only() {
        supervised(instruction("running", false));
        assertThat(pages.get().uri(OF_CASE).with(officer())).hasStatus(404);
        assertThat(pages.get().uri("/supervision/instructions").with(officer())).hasStatus(404);
        assertThat(pages.get().uri(OF_OFFICE).with(supervisor())).hasStatus(404);
    }
}
