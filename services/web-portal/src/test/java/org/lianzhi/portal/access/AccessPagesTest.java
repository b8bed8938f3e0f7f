package org.lianzhi.portal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.junit.jupiter.api.Test;
import org.lianzhi.portal.OnStubServices;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class AccessPagesTest extends OnStubServices {

    private static final String ID = "431129-branch_2024-07-29_0b7c5d2e-1111-4222-8333-444455556666";
    private static final String PAGE = "/supervision/access/" + ID;
    private static final String LOG = """
        {"items":[{"id":"%s","report":"01j3xw8m01a1b2c3d4e5f6g7r1","office":"431129-branch","role":"officer","person":"p-4k7q2m","part":"form",
        "at":"2024-07-29T01:00:00Z","code":null,"reason":null,"reviews":[{"verdict":"questioned","note":"为何夜间查阅","office":"430000-department",
        "person":"s-1","at":"2024-07-30T01:00:00Z"}]}],"page":0,"size":20,"total":41,"open":7,"from":"2024-07-01","to":"2024-07-30",
        "offices":["431129-branch","430000-department"]}\
        """.formatted(ID);

    @Test
    void the_page_tells_who_opened_which_report_when_and_that_no_reason_is_recorded() {
        SERVICES.on("GET /api/v1/access-log", LOG);

        assertThat(pages.get()
                        .uri("/supervision/access?office=431129-branch&from=2024-07-01&to=2024-07-30")
                        .with(supervisor()))
                .hasStatusOk()
                .bodyText()
                .contains("2024年7月29日 09:00", "p-4k7q2m", "未记录理由", "有疑问", "其中 7 条尚未审查", PAGE)
                .contains("value=\"431129-branch\" selected", "page=2", "access-log.csv?from=2024-07-01")
                .doesNotContain("??");
        assertThat(pages.get().uri("/supervision/access?lang=en").with(supervisor()))
                .bodyText()
                .contains("No reason recorded", "Questioned")
                .doesNotContain("??");
    }

    @Test
    void a_period_that_is_none_is_said_and_the_page_is_empty_where_nobody_looked() {
        SERVICES.on("GET /api/v1/access-log", """
            {"items":[],"page":0,"size":20,"total":0,"open":0,"from":"2024-07-01","to":"2024-07-30","offices":[]}\
            """);
        assertThat(pages.get().uri("/supervision/access?lang=zh-CN").with(supervisor()))
                .bodyText()
                .contains("这段时间没有查阅记录")
                .doesNotContain("??");
    }

    @Test
    void the_log_is_taken_away_as_a_table() {
        SERVICES.on("GET /api/v1/access-log", LOG);
        assertThat(pages.get()
                        .uri("/supervision/access/access-log.csv?lang=zh-CN")
                        .with(supervisor()))
                .hasStatusOk()
                .hasHeader("Content-Disposition", "attachment; filename=\"access-log.csv\"")
                .bodyText()
                .startsWith("\uFEFF")
                .contains("2024-07-29T01:00:00Z", "p-4k7q2m", "未记录理由");
    }

    @Test
    void a_look_is_reviewed_with_a_key_and_what_is_missing_is_said() {
        SERVICES.on("GET /api/v1/access-log", LOG)
                .on("POST /api/v1/access-log/" + ID + "/review", "{\"id\":\"x\",\"repeated\":false}");

        assertThat(pages.get().uri(PAGE + "?lang=zh-CN").with(supervisor()))
                .hasStatusOk()
                .bodyText()
                .contains("为何夜间查阅", "审查结果")
                .doesNotContain("??");
        assertThat(review("", "")).hasStatus(422).bodyText().contains("请选择审查结果");
        assertThat(review("reviewed", "")).hasRedirectedUrl("/supervision/access");
        assertThat(SERVICES.at("POST /api/v1/access-log/" + ID + "/review"))
                .singleElement()
                .satisfies(sent -> {
                    assertThat(sent.header("Idempotency-Key")).isEqualTo("k-12345678");
                    assertThat(sent.body()).contains("\"verdict\":\"reviewed\"");
                });
        SERVICES.on(
                "POST /api/v1/access-log/" + ID + "/review",
                422,
                "{\"code\":\"access.note.too-short\",\"arguments\":[\"5\"]}");
        assertThat(review("questioned", "why"))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"note-error\"", "有疑问时请至少写 5 个字", "why</textarea>");
        assertThat(pages.get().uri("/supervision/access/no-such-look").with(supervisor()))
                .hasStatus(404);
    }

    private MvcTestResult review(String verdict, String note) {
        return pages.post()
                .uri(PAGE)
                .with(supervisor())
                .with(csrf())
                .param("verdict", verdict)
                .param("note", note)
                .param("idempotencyKey", "k-12345678")
                .exchange();
    }

    @Test
    void the_pages_are_for_supervisors_only() {
        assertThat(pages.get().uri("/supervision/access").with(officer())).hasStatus(404);
        assertThat(pages.get().uri(PAGE).with(officer())).hasStatus(404);
    }
}
