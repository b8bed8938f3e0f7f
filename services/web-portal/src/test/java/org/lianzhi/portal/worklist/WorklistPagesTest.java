package org.lianzhi.portal.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.lianzhi.portal.OnStubServices;

class WorklistPagesTest extends OnStubServices {

    private static final String REPORT = "01j3xw8m01a1b2c3d4e5f6g7r1";
    private static final String OTHER = "01j3xw8m01a1b2c3d4e5f6g7r2";
    private static final String REPORTS = """
        {"items":[{"id":"%s","state":"received","category":"sewage","county":"431129","filedAt":"2024-07-29T01:00:00Z",
        "triageBy":"2024-07-31T01:00:00Z","overdue":false,"synthetic":true,"version":1}],
        "page":0,"size":100,"total":1,"open":1,"overdue":0}\
        """.formatted(REPORT);
    private static final String CASES = """
        {"items":[
        {"id":"%s","category":"livestock-wastewater","affectedWater":{"county":"431129","name":"岭背塘水库"},"lead":"hn",
        "counterpart":"gx","state":"acknowledging","turns":[{"act":"acknowledge","side":"hn","bureau":"431129-branch","role":"officer",
        "dueAt":"2024-07-30T01:00:00Z","overdue":true}],"dueAt":"2024-07-30T01:00:00Z","overdue":true,"synthetic":true,
        "openedAt":"2024-07-29T01:00:00Z","lastAt":"2024-07-29T01:00:00Z","epoch":1,"responsible":"p-2","acting":"p-1"},
        {"id":"01j3xw8m02a1b2c3d4e5f6g7c2","category":"other","affectedWater":{"name":"秀水河"},"lead":"gx","counterpart":"hn",
        "state":"rectifying","turns":[],"overdue":false,"synthetic":false,"openedAt":"2024-07-29T01:00:00Z","lastAt":"2024-07-29T01:00:00Z","epoch":1}],
        "page":0,"size":100,"total":2,"counts":{"mine":2,"ours":5,"theirs":3,"overdue":1,"closed":4}}\
        """.formatted(CASE);
    private static final String NOTICES = """
        {"items":[{"id":"n1","kind":"finding-proposed","subjectKind":"case","subject":"%s","at":"2024-07-29T01:00:00Z","read":false},
        {"id":"n2","kind":"never-heard-of","subjectKind":"report","subject":"%s","at":"2024-07-29T01:00:00Z","read":true}],
        "page":0,"size":20,"total":2,"unread":1}\
        """.formatted(CASE, REPORT);

    @Test
    void reports_and_cases_stand_in_one_list_the_most_urgent_first() {
        SERVICES.on("GET /api/v1/reports", REPORTS)
                .on("GET /api/v1/cases", CASES)
                .on("GET /api/v1/notices", NOTICES);

        assertThat(pages.get().uri("/staff/worklist").with(officer()))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence("/staff/cases/" + CASE, "/staff/reports/" + REPORT, "秀水河")
                .contains("收件箱有 1 条未读通知", ">3</span>", ">6</span>", "负责人：演示·乙；代办：演示·甲", "/staff/absences")
                .doesNotContain("??", "暂时无法显示");
    }

    @Test
    void while_one_service_is_away_the_other_part_is_shown_and_the_page_says_so() {
        SERVICES.on("GET /api/v1/reports", REPORTS);

        assertThat(pages.get().uri("/staff/worklist").with(officer()))
                .hasStatusOk()
                .bodyText()
                .contains("/staff/reports/" + REPORT, "联合处置案件暂时无法显示");
    }

    @Test
    void the_view_stands_in_the_address_and_is_asked_of_the_service() {
        SERVICES.on("GET /api/v1/reports", REPORTS).on("GET /api/v1/cases", CASES);

        assertThat(pages.get().uri("/staff/worklist?view=theirs&page=7").with(officer()))
                .hasStatusOk()
                .bodyText()
                .contains("秀水河")
                .doesNotContain("/staff/reports/" + REPORT);
    }

    @Test
    void closed_reports_are_listed_to_the_last_one() {
        String decided = REPORTS.replace("\"received\"", "\"accepted\"");
        String page = decided.substring(decided.indexOf("{\"id\""), decided.indexOf("],"));
        SERVICES.on(
                "GET /api/v1/reports",
                decided.replace(page, String.join(",", Collections.nCopies(200, page)))
                        .replace("\"total\":1", "\"total\":400"));

        assertThat(pages.get().uri("/staff/worklist?view=closed&page=20").with(officer()))
                .hasStatusOk()
                .bodyText()
                .contains("page=19\"", "/staff/reports/" + REPORT)
                .doesNotContain("page=21\"");
    }

    private static final String DESK = """
        {"assigned":{"report-%s":"p-4k7q2m"},"me":"p-4k7q2m",
        "views":[{"name":"雨后 养殖","query":"view=ours&category=livestock-wastewater"}]}\
        """.formatted(REPORT);

    @Test
    void what_is_chosen_stands_in_the_address_and_each_chip_leaves_one_choice_out() {
        SERVICES.on("GET /api/v1/reports", REPORTS)
                .on("GET /api/v1/cases", CASES)
                .on("GET /api/v1/desk", DESK);

        assertThat(pages.get()
                        .uri("/staff/worklist?view=ours&kind=case&category=other&who=x&evil=1")
                        .with(officer()))
                .hasStatusOk()
                .bodyText()
                .contains("秀水河", "哪一类: 联合处置案件", "view=ours&amp;category=other", "view=ours&amp;kind=case\"")
                .doesNotContain("/staff/reports/" + REPORT, "岭背塘水库", "谁在办: ", "??");
        assertThat(pages.get().uri("/staff/worklist?who=me").with(officer()))
                .bodyText()
                .contains("/staff/reports/" + REPORT, "经办：")
                .doesNotContain("秀水河");
        assertThat(pages.get().uri("/staff/worklist?text=6g7r1").with(officer()))
                .bodyText()
                .doesNotContain("秀水河");
    }

    @Test
    void what_is_shown_is_taken_away_as_a_table_and_as_a_workbook() {
        SERVICES.on("GET /api/v1/reports", REPORTS)
                .on("GET /api/v1/cases", CASES)
                .on("GET /api/v1/desk", DESK);

        assertThat(pages.get()
                        .uri("/staff/worklist/worklist.csv?category=sewage")
                        .with(officer()))
                .hasStatusOk()
                .hasContentType("text/csv;charset=UTF-8")
                .bodyText()
                .contains("编号,事项", "2024-07-31T01:00:00Z")
                .doesNotContain("秀水河");
        assertThat(pages.get()
                        .uri("/staff/worklist/worklist.xlsx?category=sewage")
                        .with(officer())
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray())
                .startsWith('P', 'K');
    }

    @Test
    void many_matters_are_assigned_by_one_order_that_is_the_same_however_often_it_is_sent() {
        SERVICES.on("POST /api/v1/desk/assignments", DESK);
        var order = pages.post()
                .uri("/staff/worklist/assignments")
                .with(officer())
                .with(csrf())
                .param("matter", "report-" + REPORT, "report-" + OTHER)
                .param("person", "p-4k7q2m")
                .param("back", "view=ours&evil=https://example.org")
                .param("idempotencyKey", "key-of-the-page");

        assertThat(order).hasRedirectedUrl("/staff/worklist?view=ours");
        assertThat(SERVICES.at("POST /api/v1/desk/assignments")).singleElement().satisfies(sent -> {
            assertThat(sent.header("Idempotency-Key")).isEqualTo("key-of-the-page");
            assertThat(sent.body()).contains("report-" + REPORT, "report-" + OTHER, "\"person\":\"p-4k7q2m\"");
        });
        assertThat(pages.post()
                        .uri("/staff/worklist/assignments")
                        .with(officer())
                        .with(csrf())
                        .param("person", "p-4k7q2m"))
                .hasRedirectedUrl("/staff/worklist");
        assertThat(SERVICES.at("POST /api/v1/desk/assignments")).hasSize(1);
    }

    @Test
    void a_view_is_saved_under_a_name_and_leads_back_to_what_was_chosen() {
        SERVICES.on("GET /api/v1/reports", REPORTS)
                .on("GET /api/v1/cases", CASES)
                .on("GET /api/v1/desk", DESK)
                .on("POST /api/v1/desk/views", DESK);
        assertThat(pages.get().uri("/staff/worklist").with(officer()))
                .bodyText()
                .contains("/staff/worklist?view=ours&amp;category=livestock-wastewater", "雨后 养殖", "删除视图“雨后 养殖”");

        assertThat(pages.post()
                        .uri("/staff/worklist/views")
                        .with(officer())
                        .with(csrf())
                        .param("name", " 等对方 ")
                        .param("back", "view=theirs&text=R-2024&evil=1"))
                .hasRedirectedUrl("/staff/worklist?view=theirs&text=R-2024");
        assertThat(SERVICES.at("POST /api/v1/desk/views"))
                .singleElement()
                .satisfies(sent ->
                        assertThat(sent.body()).contains("\"name\":\"等对方\"", "\"query\":\"view=theirs&text=R-2024\""));
    }

    @Test
    void everybody_lands_where_their_work_is() {
        assertThat(pages.get().uri("/staff").with(officer())).hasRedirectedUrl("/staff/worklist");
        assertThat(pages.get().uri("/staff").with(laboratory())).hasRedirectedUrl("/staff/samples");
        assertThat(pages.get().uri("/staff").with(supervisor())).hasRedirectedUrl("/supervision");
        assertThat(pages.get().uri("/staff").with(person("hn", "430000-department", "administrator")))
                .hasRedirectedUrl("/operations");
    }

    @Test
    void a_laboratory_sees_its_samples_and_an_officer_does_not() {
        SERVICES.on("GET /api/v1/samples", """
            {"items":[{"caseId":"%s","sampleId":"s1","number":"LBT-01","medium":"wastewater","state":"sent",
            "parameters":["cod","tp"],"handedOverAt":"2024-07-30T06:00:00Z","seal":"FC-1","synthetic":true}]}\
            """.formatted(CASE));

        assertThat(pages.get().uri("/staff/samples").with(laboratory()))
                .hasStatusOk()
                .bodyText()
                .contains("LBT-01", "/staff/cases/" + CASE + "/receive-sample/s1", "化学需氧量（COD）、总磷（TP）")
                .doesNotContain("??");
        assertThat(pages.get().uri("/staff/samples").with(officer())).hasStatus(404);
        assertThat(pages.get().uri("/staff/worklist").with(laboratory())).hasRedirectedUrl("/staff/samples");
        assertThat(pages.get().uri("/supervision").with(laboratory())).hasStatus(404);
    }

    @Test
    void a_notice_of_a_kind_that_is_not_known_is_still_shown() {
        SERVICES.on("GET /api/v1/notices", NOTICES);

        assertThat(pages.get().uri("/staff/inbox").with(officer()))
                .hasStatusOk()
                .bodyText()
                .contains("对方提出调查结论", "有新的进展", "1 条未读", "action=\"/staff/inbox/n1\"")
                .doesNotContain("??");
    }

    @Test
    void a_supervisor_has_an_inbox_that_leads_to_the_pages_of_supervision() {
        SERVICES.on("GET /api/v1/notices", """
            {"items":[{"id":"n1","kind":"reported-back","subjectKind":"supervision","subject":"%s","at":"2024-07-29T01:00:00Z","read":false}],
            "page":0,"size":20,"total":1,"unread":1}\
            """.formatted(CASE));
        String instructions = "/supervision/cases/" + CASE + "/instructions";

        assertThat(pages.get().uri("/supervision/inbox?lang=zh-CN").with(supervisor()))
                .hasStatusOk()
                .bodyText()
                .contains("action=\"/supervision/inbox/n1\"", instructions)
                .doesNotContain("??", "/staff/inbox");
        assertThat(pages.post()
                        .uri("/supervision/inbox/n1")
                        .param("about", instructions)
                        .with(supervisor())
                        .with(csrf()))
                .hasRedirectedUrl(instructions);
        assertThat(SERVICES.at("POST /api/v1/notices/n1/reading")).hasSize(1);
        assertThat(pages.get().uri("/supervision/inbox").with(officer())).hasStatus(404);
    }

    @Test
    void opening_a_notice_marks_it_as_read_and_leads_to_its_matter() {
        SERVICES.on(
                "POST /api/v1/notices/n1/reading",
                "{\"stream\":\"notice-n1@hn\",\"version\":2,\"id\":\"n1\",\"repeated\":false}");

        assertThat(pages.post()
                        .uri("/staff/inbox/n1")
                        .param("about", "/staff/cases/" + CASE)
                        .with(officer())
                        .with(csrf()))
                .hasRedirectedUrl("/staff/cases/" + CASE);
        assertThat(SERVICES.at("POST /api/v1/notices/n1/reading")).hasSize(1);
    }

    @Test
    void a_notice_leads_nowhere_else_and_opens_even_if_it_cannot_be_marked() {
        assertThat(pages.post()
                        .uri("/staff/inbox/n1")
                        .param("about", "//elsewhere.example")
                        .with(officer())
                        .with(csrf()))
                .hasStatus(400);
        assertThat(pages.post()
                        .uri("/staff/inbox/n1")
                        .param("about", "/staff/cases/" + CASE)
                        .with(officer())
                        .with(csrf()))
                .hasRedirectedUrl("/staff/cases/" + CASE);
    }
}
