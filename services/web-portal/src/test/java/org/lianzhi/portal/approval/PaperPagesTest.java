package org.lianzhi.portal.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianzhi.portal.OnStubServices;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

class PaperPagesTest extends OnStubServices {

    private static final String CITY = "431100-department";
    private static final String LIST = "/staff/papers";
    private static final String PAGE = LIST + "/" + CASE + "/d1";
    private static final String API = "/api/v1/papers/" + CASE + "/d1";
    private static final String PREPARED = "2024-07-29T04:00:00Z";
    private static final String RECEIPT =
            "{\"stream\":\"desk-" + CASE + "@hn\",\"version\":3,\"id\":\"d1\",\"repeated\":false}";
    private static final String ITEM = """
        "caseId":"%s","category":"livestock-wastewater","affectedWater":{"county":"431129","name":"岭背塘水库"},"synthetic":true,
        "id":"d1","kind":"advance-notice","number":"告1号","about":"拟处罚","asking":"431129-branch","at":"2024-07-29T04:00:00Z"\
        """.formatted(CASE);

    private static RequestPostProcessor head() {
        return person("hn", CITY, "lead");
    }

    private static RequestPostProcessor cityOfficer() {
        return person("hn", CITY, "officer");
    }

    private static String paper(String next) {
        return "{" + ITEM + """
            ,"by":"p-1","pages":[{"id":"pg1","sha256":"aa"}],
            "steps":[{"step":"legal-review","by":"deciding","done":true},{"step":"approval","by":"head","done":false}],
            "acts":[{"step":"approval","reasons":"请补充法律依据","office":"431100-department","person":"p-7","at":"2024-07-28T04:00:00Z"},
            {"step":"legal-review","office":"431100-department","person":"p-8","at":"2024-07-29T05:00:00Z"}],%s}\
            """.formatted(next);
    }

    @BeforeEach
    void aPaperIsPutToTheCity() {
        SERVICES.on("GET " + API, paper("\"next\":\"approval\",\"needsHead\":true"));
    }

    @Test
    void the_city_begins_its_day_with_the_papers_that_are_asked_of_it() {
        assertThat(pages.get().uri("/staff").with(head())).hasRedirectedUrl(LIST);
        assertThat(pages.get().uri("/staff").with(person("gx", "451100-department", "officer")))
                .hasRedirectedUrl(LIST);
        SERVICES.on("GET /api/v1/papers", """
            {"items":[{%s,"next":"approval","needsHead":true}],"page":0,"size":20,"total":1,"counts":{"open":1,"done":2}}\
            """.formatted(ITEM));
        assertThat(pages.get().uri(LIST).with(head()))
                .hasStatusOk()
                .bodyText()
                .contains("待决定文书", "行政处罚事先告知书，文书号 告1号", "href=\"" + PAGE + "\"", "永州市生态环境局江华分局")
                .contains("负责人审批", "待负责人办理", "岭背塘水库", "模拟数据", "href=\"/staff/papers\" aria-current=\"page\"")
                .doesNotContain("??");
        SERVICES.on("GET /api/v1/papers", """
            {"items":[{%s,"needsHead":false,"last":{"step":"approval","back":true,"at":"2024-07-29T06:00:00Z"}}],
            "page":0,"size":20,"total":1,"counts":{"open":0,"done":1}}\
            """.formatted(ITEM));
        assertThat(pages.get().uri(LIST + "?view=done&lang=en").with(head()))
                .bodyText()
                .contains("Sent back", "Jianghua branch", "Approval by the head")
                .doesNotContain("??");
        SERVICES.on("GET /api/v1/papers", "{\"items\":[],\"total\":0,\"counts\":{\"open\":0,\"done\":0}}");
        assertThat(pages.get().uri(LIST).with(cityOfficer())).bodyText().contains("没有这样的文书");
        assertThat(pages.get().uri(LIST).with(officer()))
                .bodyText()
                .as("a branch is asked for nothing")
                .doesNotContain("href=\"/staff/papers\"");
    }

    @Test
    void the_paper_is_read_with_its_pages_and_with_who_did_what() {
        assertThat(pages.get().uri(PAGE).with(head()))
                .hasStatusOk()
                .bodyText()
                .contains("行政处罚事先告知书，文书号 告1号", "拟处罚", PAGE + "/pages/pg1", PAGE + "/decision")
                .contains("永州市生态环境局江华分局 · 演示·甲", "永州市生态环境局 · 演示·市局", "请补充法律依据", "已退回")
                .contains("法制审核（已办理）", "负责人审批（未办理）", "待办步骤：负责人审批")
                .doesNotContain("??");
        assertThat(pages.get().uri(PAGE + "?lang=en").with(cityOfficer()))
                .bodyText()
                .contains("This step is for the head of your office")
                .doesNotContain(PAGE + "/decision", "??");
        assertThat(pages.get().uri(PAGE + "/decision").with(cityOfficer())).hasStatus(404);
        SERVICES.on("GET " + API, paper("\"needsHead\":false,\"issuedOn\":\"2024-08-01\""));
        assertThat(pages.get().uri(PAGE).with(head()))
                .bodyText()
                .contains("目前没有需要本单位办理的步骤", "制发日期", "2024年8月1日")
                .doesNotContain(PAGE + "/decision", "??");
        assertThat(pages.get().uri(PAGE + "/decision").with(head())).hasStatus(404);
        SERVICES.on("GET /api/v1/papers/" + CASE + "/unknown", 404, "{}");
        assertThat(pages.get().uri(LIST + "/" + CASE + "/unknown").with(head())).hasStatus(404);
        assertThat(pages.get().uri(LIST).with(supervisor())).hasStatus(404);
    }

    @Test
    void the_paper_is_approved_or_sent_back_with_reasons_and_nothing_typed_is_lost() {
        assertThat(pages.get().uri(PAGE + "/decision").with(head()))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "name=\"part\" value=\"approval\"",
                        "name=\"preparedAt\" value=\"" + PREPARED + "\"",
                        "是否同意？",
                        "另一省看不到");
        SERVICES.on("POST " + API + "/steps", RECEIPT).on("POST " + API + "/sending-back", RECEIPT);
        assertThat(send(Map.of())).hasStatus(422);
        assertThat(send(Map.of("answer", "no", "reasons", "不行"))).hasStatus(422);
        assertThat(send(Map.of("answer", "no", "reasons", "请补充法律依据"))).hasRedirectedUrl(PAGE);
        assertThat(send(Map.of("answer", "yes"))).hasRedirectedUrl(PAGE);
        assertThat(SERVICES.at("POST " + API + "/sending-back"))
                .singleElement()
                .satisfies(request -> assertThat(request.body())
                        .contains(
                                "\"step\":\"approval\"",
                                "\"preparedAt\":\"" + PREPARED + "\"",
                                "\"reasons\":\"请补充法律依据\""));
        assertThat(SERVICES.at("POST " + API + "/steps")).singleElement().satisfies(request -> {
            assertThat(request.header("Idempotency-Key")).isEqualTo("k-1");
            assertThat(request.body()).contains("\"step\":\"approval\"", "\"preparedAt\":\"" + PREPARED + "\"");
        });

        SERVICES.on("POST " + API + "/sending-back", 422, "{\"code\":\"desk.paper.step-done\",\"arguments\":[]}")
                .on("GET " + API, paper("\"needsHead\":false"));
        assertThat(send(Map.of("answer", "no", "reasons", "请补充法律依据")))
                .hasStatus(422)
                .bodyText()
                .contains("这个步骤已经办理", "请补充法律依据</textarea>")
                .doesNotContain("??");
    }

    private MvcTestResult send(Map<String, String> typed) {
        var form = pages.post()
                .uri(PAGE + "/decision")
                .param("idempotencyKey", "k-1")
                .param("part", "approval")
                .param("preparedAt", PREPARED)
                .with(head())
                .with(csrf());
        typed.forEach(form::param);
        return form.exchange();
    }
}
