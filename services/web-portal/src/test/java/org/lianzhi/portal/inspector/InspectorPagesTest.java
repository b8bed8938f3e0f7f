package org.lianzhi.portal.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianzhi.portal.OnStubServices;
import org.lianzhi.portal.StubServices;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.OidcLoginRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class InspectorPagesTest extends OnStubServices {

    private static final String ACCESS = "01j3xw8m00a1b2c3d4e5f6a001";
    private static final String BASE = "/inspector/hn/" + ACCESS;
    private static final String CASE_PAGE = BASE + "/cases/" + CASE;
    private static final String LOOKS = "POST /api/v1/accesses/hn/" + ACCESS + "/looks";
    private static final String ITEMS = """
        {"items":[{"id":"%s","side":"hn","inspector":"p-2j6r9x","authority":"（演示）督察局","reason":"检查","cases":["%s"],"agreement":null,
        "openedFrom":null,"openedTo":null,"from":"2024-07-29T01:00:00Z","until":"2024-08-05T01:00:00Z","state":"running",
        "grantedAt":"2024-07-29T01:00:00Z","endedAt":null,"endReason":null,"looks":3,"lastLookAt":null}],"page":0,"size":200,"total":1}\
        """.formatted(ACCESS, CASE);
    private static final String NONE = "{\"items\":[],\"page\":0,\"size\":200,\"total\":0}";

    private static OidcLoginRequestPostProcessor inspector() {
        return person("cn", "100000-inspection", "inspector");
    }

    private static void granted() {
        SERVICES.on("GET /api/v1/accesses", ITEMS)
                .on(
                        LOOKS,
                        "{\"stream\":\"access-" + ACCESS + "@hn\",\"version\":5,\"id\":\"" + ACCESS
                                + "\",\"repeated\":false}")
                .on("GET /api/v1/timelines/" + CASE, kept("timeline.json"))
                .on("GET /api/v1/timelines/" + CASE + "/as-of", kept("as-of.json"))
                .on("GET /api/v1/timelines/" + CASE + "/verification", "{\"intact\":true,\"records\":[]}")
                .on("GET /api/v1/timelines/" + CASE + "/proof/gx", "{}")
                .on("GET /api/v1/timelines", """
                    {"cases":[{"id":"%s","state":"finding","summary":{"lead":"hn","category":"other","openedAt":"2024-07-29T01:00:00Z",
                    "lastAt":"2024-07-29T03:00:00Z","synthetic":true,"sides":[]}}],"page":0,"size":200,"total":1}\
                    """.formatted(CASE));
    }

    private MvcTestResult open(String path) {
        return pages.get().uri(path).with(inspector()).exchange();
    }

    @Test
    void an_inspector_begins_with_what_was_granted_and_without_it_is_told_how_to_get_it() {
        SERVICES.on("GET /api/v1/accesses", ITEMS);
        assertThat(pages.get().uri("/staff").with(inspector())).hasRedirectedUrl("/inspector");
        assertThat(open("/inspector?lang=zh-CN"))
                .hasStatusOk()
                .bodyText()
                .contains("（演示）督察局", "2024年8月5日", BASE + "\"", "您的编号")
                .doesNotContain("??", "检查</span>");
        SERVICES.on("GET /api/v1/accesses", NONE);
        assertThat(open("/inspector?lang=en"))
                .bodyText()
                .contains("Nothing may be read now", "Your reference:")
                .doesNotContain("??");
    }

    @Test
    void the_look_is_written_down_before_a_page_is_shown_and_its_receipt_goes_with_what_is_asked() {
        granted();

        assertThat(open(CASE_PAGE + "?lang=zh-CN"))
                .hasStatusOk()
                .bodyText()
                .contains("只读，每次查阅均有记录", "2024年8月5日", CASE_PAGE + "/timeline.csv", CASE_PAGE + "/as-of")
                .doesNotContain("??", "/supervision", "/instructions");

        List<StubServices.Arrived> looks = SERVICES.at(LOOKS);
        assertThat(looks).singleElement().satisfies(look -> {
            assertThat(look.header("Idempotency-Key")).isNotBlank();
            assertThat(look.body()).contains("\"subject\":\"" + CASE + "\"", "\"part\":\"timeline\"");
        });
        for (String read : List.of("", "/verification")) {
            assertThat(SERVICES.at("GET /api/v1/timelines/" + CASE + read))
                    .singleElement()
                    .satisfies(
                            asked -> assertThat(asked.header("Lianzhi-Await")).isEqualTo("access-" + ACCESS + "@hn=5"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " list",
                "/cases/CASE timeline",
                "/cases/CASE/as-of as-of",
                "/cases/CASE/timeline.csv file",
                "/cases/CASE/timeline.json file",
                "/cases/CASE/proof/gx proof"
            })
    void each_page_is_a_look_of_its_kind(String pathAndPart) {
        granted();
        String path = pathAndPart.substring(0, pathAndPart.indexOf(' ')).replace("CASE", CASE);

        assertThat(open(BASE + path)).hasStatusOk();
        assertThat(SERVICES.at(LOOKS))
                .singleElement()
                .satisfies(look -> assertThat(look.body())
                        .contains("\"part\":\"" + pathAndPart.substring(pathAndPart.indexOf(' ') + 1) + "\""));
    }

    @Test
    void after_its_end_nothing_is_there_and_nothing_was_asked_for() {
        granted();
        SERVICES.on("GET /api/v1/accesses", NONE);
        assertThat(open(CASE_PAGE)).hasStatus(404);
        SERVICES.on("GET /api/v1/accesses", ITEMS).on(LOOKS, 404, "{\"code\":\"not-found\"}");
        assertThat(open(CASE_PAGE)).hasStatus(404);
        assertThat(SERVICES.at("GET /api/v1/timelines/" + CASE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/supervision",
                "/supervision/figures",
                "/supervision/inspectors",
                "/supervision/access",
                "/supervision/cases/1/instructions",
                "/supervision/live",
                "/supervision/parts",
                "/staff/worklist",
                "/staff/inbox",
                "/staff/cases/1",
                "/operations"
            })
    void pages_of_the_sides_people_are_not_there_for_an_inspector(String path) {
        assertThat(open(path)).hasStatus(404);
    }

    @Test
    void pages_of_inspectors_are_not_there_for_the_sides_people() {
        for (var somebody : List.of(officer(), supervisor(), laboratory())) {
            assertThat(pages.get().uri("/inspector").with(somebody)).hasStatus(404);
            assertThat(pages.get().uri(CASE_PAGE).with(somebody)).hasStatus(404);
        }
        for (var somebody : List.of(officer(), laboratory())) {
            assertThat(pages.get().uri("/supervision/inspectors").with(somebody))
                    .hasStatus(404);
        }
    }

    @Test
    void a_supervisor_sees_the_accesses_of_the_side_and_what_was_looked_at() {
        SERVICES.on("GET /api/v1/accesses", ITEMS).on("GET /api/v1/accesses/" + ACCESS + "/looks", """
            {"items":[{"subject":"%s","part":"proof","at":"2024-07-30T01:00:00Z"},{"subject":null,"part":"list","at":"2024-07-29T01:00:00Z"}],
            "page":0,"size":20,"total":41}\
            """.formatted(CASE));

        assertThat(pages.get().uri("/supervision/inspectors?lang=zh-CN").with(supervisor()))
                .hasStatusOk()
                .bodyText()
                .contains("p-2j6r9x", "有效", "查阅 3 次", "/supervision/inspectors/" + ACCESS + "/end")
                .doesNotContain("??");
        assertThat(pages.get()
                        .uri("/supervision/inspectors/" + ACCESS + "?lang=en")
                        .with(supervisor()))
                .hasStatusOk()
                .bodyText()
                .contains("Proof of a record", "List of the cases", "41 looks", "page=2")
                .doesNotContain("??");
        SERVICES.on("GET /api/v1/accesses/" + ACCESS + "/looks", """
            {"items":[{"subject":"%s","part":"proof","at":"2024-07-30T01:00:00Z"}],"page":0,"size":1000,"total":1}\
            """.formatted(CASE));
        assertThat(pages.get()
                        .uri("/supervision/inspectors/" + ACCESS + "/looks.csv?lang=en")
                        .with(supervisor()))
                .hasStatusOk()
                .bodyText()
                .startsWith("\uFEFF")
                .contains("2024-07-30T01:00:00Z,p-2j6r9x", "Proof of a record");
    }

    private MvcTestResult grant(String scope, String until) {
        return pages.post()
                .uri("/supervision/inspectors/new?lang=zh-CN")
                .with(supervisor())
                .with(csrf())
                .param("inspector", " p-2j6r9x ")
                .param("authority", "督察局")
                .param("reason", "检查处置情况")
                .param("scope", scope)
                .param("cases", CASE)
                .param("openedFrom", "2024-07-01")
                .param("openedTo", "2024-07-31")
                .param("until", until)
                .param("idempotencyKey", "k-12345678")
                .exchange();
    }

    @Test
    void an_access_is_granted_for_cases_or_for_an_agreement_and_a_refusal_keeps_what_was_typed() {
        granted();
        SERVICES.on(
                "POST /api/v1/accesses",
                201,
                "{\"stream\":\"access-" + ACCESS + "@hn\",\"version\":1,\"id\":\"x\",\"repeated\":false}");
        assertThat(pages.get()
                        .uri("/supervision/inspectors/new?lang=zh-CN&case=" + CASE)
                        .with(supervisor()))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"" + CASE + "\" checked", "湘桂省际边界区域生态环境保护协作框架协议")
                .doesNotContain("??");

        assertThat(grant("cases", "2024-08-05T09:00")).hasRedirectedUrl("/supervision/inspectors");
        assertThat(grant("hunan-guangxi", "2024-08-05T09:00")).hasRedirectedUrl("/supervision/inspectors");
        List<StubServices.Arrived> sent = SERVICES.at("POST /api/v1/accesses");
        assertThat(sent.getFirst().body())
                .contains("\"inspector\":\"p-2j6r9x\"", "\"cases\":[\"" + CASE + "\"]", "2024-08-05T01:00:00Z")
                .doesNotContain("2024-07-31");
        assertThat(sent.getLast().body()).contains("\"cases\":[]", "\"agreement\":\"hunan-guangxi\"", "2024-07-31");

        assertThat(grant("", "")).hasStatus(422).bodyText().contains("请选择可查阅的范围", "请填写截止时间");
        SERVICES.on("POST /api/v1/accesses", 422, "{\"code\":\"access.too-long\",\"arguments\":[90]}");
        assertThat(grant("cases", "2024-12-05T09:00"))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"until-error\"", "最长 90 天", "督察局")
                .doesNotContain("??");
    }

    @Test
    void a_chosen_case_that_is_not_among_the_latest_can_be_granted_too() {
        SERVICES.on("GET /api/v1/timelines", "{\"cases\":[],\"page\":0,\"size\":50,\"total\":60}")
                .on("GET /api/v1/timelines/" + CASE, kept("timeline.json"));
        String box = "value=\"" + CASE + "\" checked";

        assertThat(pages.get().uri("/supervision/inspectors/new?case=" + CASE).with(supervisor()))
                .hasStatusOk()
                .bodyText()
                .contains(box, " · ");
        SERVICES.on("GET /api/v1/timelines/" + CASE, 404, "{\"code\":\"not-found\"}");
        assertThat(grant("cases", "")).hasStatus(422).bodyText().contains(box);
    }

    @Test
    void an_access_is_ended_with_a_reason() {
        SERVICES.on("GET /api/v1/accesses", ITEMS)
                .on(
                        "POST /api/v1/accesses/" + ACCESS + "/end",
                        "{\"stream\":\"access-" + ACCESS + "@hn\",\"version\":6,\"id\":\"x\",\"repeated\":false}");
        String page = "/supervision/inspectors/" + ACCESS + "/end";
        assertThat(pages.get().uri(page + "?lang=en").with(supervisor()))
                .hasStatusOk()
                .bodyText()
                .contains("End the access")
                .doesNotContain("??");
        assertThat(pages.post().uri(page).with(supervisor()).with(csrf()).param("reason", ""))
                .hasStatus(422);
        assertThat(pages.post()
                        .uri(page)
                        .with(supervisor())
                        .with(csrf())
                        .param("reason", "检查已经结束")
                        .param("idempotencyKey", "k-12345678"))
                .hasRedirectedUrl("/supervision/inspectors");
        assertThat(SERVICES.at("POST /api/v1/accesses/" + ACCESS + "/end"))
                .singleElement()
                .satisfies(sent -> assertThat(sent.body()).contains("检查已经结束"));
    }
}
