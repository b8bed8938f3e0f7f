package org.lianzhi.portal.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianzhi.portal.OnStubServices;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.OidcLoginRequestPostProcessor;

class OperationsPagesTest extends OnStubServices {

    private static final String STATE = """
        {"parked":[{"consumer":"timeline/case_summaries","subject":"%s","stream":"case-%s@gx","version":12,"event":"e#0",
        "type":"case.finding-proposed.v1","reason":"UnreadableEvent: the data do not fit","since":"2024-07-29T01:00:00Z",
        "streams":["case-%s@gx"]}],
        "gaps":[{"consumer":"matters/matters","document":"d","stream":"case-%s@hn","after":7,"since":"2024-07-29T02:00:00Z"}],
        "unknownTypes":{"case.mediated.v1":3},"relay":{"streams":12,"parked":1,"oldestSeconds":47}}\
        """.formatted(CASE, CASE, CASE, CASE);
    private static final String ONE =
            "/operations/parked?service=supervisor-timeline&consumer=timeline/case_summaries&subject=" + CASE;

    @BeforeEach
    void one_answer_for_all_services() {
        SERVICES.on("GET /api/v1/operations", STATE);
    }

    @Test
    void an_administrator_sees_what_is_parked_and_what_was_passed_over() {
        assertThat(pages.get().uri("/operations").with(administrator()))
                .hasStatusOk()
                .bodyText()
                .contains("supervisor-timeline", "report-intake", "case.finding-proposed.v1", CASE, "case.mediated.v1")
                .doesNotContain("??");
    }

    @Test
    void an_administrator_sees_what_each_service_has_not_handed_on_yet() {
        assertThat(pages.get().uri("/operations").with(administrator()))
                .hasStatusOk()
                .bodyText()
                .contains("等待送出的记录", ">12<", "47 秒", "<strong>1</strong>");
        assertThat(pages.get().uri("/operations?lang=en").with(administrator()))
                .hasStatusOk()
                .bodyText()
                .contains("Records on their way", "47 seconds");
    }

    @Test
    void an_administrator_sees_what_services_lack_and_where_nothing_is_missing_there_is_no_word_of_it() {
        assertThat(pages.get().uri("/operations").with(administrator()))
                .hasStatusOk()
                .bodyText()
                .contains("缺失的记录", "case-" + CASE + "@hn/7", "matters/matters");
        SERVICES.on("GET /api/v1/operations", "{\"parked\":[],\"gaps\":[],\"unknownTypes\":{}}");
        assertThat(pages.get().uri("/operations?lang=en").with(administrator()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Gaps in records");
    }

    @Test
    void a_service_that_does_not_tell_of_its_relay_yet_is_shown_without() {
        SERVICES.on("GET /api/v1/operations", "{\"parked\":[],\"unknownTypes\":{}}");
        assertThat(pages.get().uri("/operations").with(administrator()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("等待送出的记录");
    }

    @Test
    void a_service_that_is_away_is_named_so_that_its_silence_is_not_taken_for_health() {
        SERVICES.forget();
        assertThat(pages.get().uri("/operations").with(administrator()))
                .hasStatusOk()
                .bodyText()
                .contains("notification 没有应答", "没有暂停处理的案件");
    }

    @Test
    void each_service_says_what_it_made_of_its_agreements_and_maps_when_they_are_read_again() {
        SERVICES.on(
                "GET /api/v1/operations/territory",
                "{\"agreements\":[{\"id\":\"hunan-guangxi\",\"version\":3,\"digest\":\"%s\",\"map\":\"%s\",\"zoneKm\":2.5}]}"
                        .formatted("ab".repeat(32), "cd".repeat(32)));
        SERVICES.on(
                "POST /api/v1/operations/territory",
                422,
                "{\"code\":\"territory.refused\",\"arguments\":[\"hunan-guangxi/counties.geojson line 4: it crosses"
                        + " itself\"]}");
        assertThat(pages.get().uri("/operations?lang=en").with(administrator()))
                .bodyText()
                .contains("hunan-guangxi, version 3, border zone 2.5 km", "abababababab", "web-portal");

        assertThat(pages.post()
                        .uri("/operations/territory?lang=en")
                        .with(administrator())
                        .with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Not taken, the former data stay in use: hunan-guangxi/counties.geojson line 4: it crosses"
                                + " itself",
                        "hunan-guangxi, version 1, border zone 6.0 km");
        assertThat(pages.post().uri("/operations/territory").with(officer()).with(csrf()))
                .hasStatus(404);
    }

    @Test
    void a_decision_goes_to_the_service_with_its_reason() {
        SERVICES.on("POST /api/v1/operations/release", STATE);

        assertThat(pages.post()
                        .uri(ONE)
                        .with(administrator())
                        .with(csrf())
                        .param("decision", "release")
                        .param("reason", "mended in the version of today"))
                .hasRedirectedUrl("/operations");
        assertThat(SERVICES.at("POST /api/v1/operations/release"))
                .singleElement()
                .satisfies(sent -> assertThat(sent.body())
                        .contains("\"subject\":\"" + CASE + "\"", "mended in the version of today"));
    }

    @Test
    void nothing_is_decided_without_a_reason_and_what_was_chosen_stays() {
        assertThat(pages.post()
                        .uri(ONE)
                        .with(administrator())
                        .with(csrf())
                        .param("decision", "skip")
                        .param("reason", "no"))
                .hasStatusOk()
                .bodyText()
                .contains("请用 5 到 500 个字说明理由");
        assertThat(SERVICES.at("POST /api/v1/operations/skip")).isEmpty();
    }

    @Test
    void the_pages_do_not_exist_for_anybody_else() {
        assertThat(pages.get().uri("/operations").with(officer())).hasStatus(404);
        assertThat(pages.get().uri(ONE).with(supervisor())).hasStatus(404);
    }

    private static OidcLoginRequestPostProcessor administrator() {
        return person("hn", "430000-department", "administrator");
    }
}
