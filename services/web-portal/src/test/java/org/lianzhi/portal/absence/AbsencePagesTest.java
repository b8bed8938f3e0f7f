package org.lianzhi.portal.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianzhi.portal.OnStubServices;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class AbsencePagesTest extends OnStubServices {

    private static final String API = "POST /api/v1/absences";
    private static final Map<String, String> AWAY =
            Map.of("person", "p-1", "standIn", "p-2", "from", "2024-08-05", "to", "2024-08-09");

    @BeforeEach
    void somebodyIsAway() {
        SERVICES.on("GET /api/v1/absences", """
            {"items":[{"person":"p-2","standIn":"p-1","from":"2024-08-01","to":"2024-08-02"}]}\
            """);
    }

    @Test
    void the_page_names_the_own_people_only_and_lets_the_head_end_an_absence() {
        assertThat(pages.get().uri("/staff/absences").with(person("hn", "431129-branch", "lead")))
                .hasStatusOk()
                .bodyText()
                .contains("演示·甲", "演示·乙", "/staff/absences/return", "name=\"person\" value=\"p-2\"")
                .doesNotContain("演示·对方", "??");
        assertThat(pages.get().uri("/staff/absences?lang=en").with(officer()))
                .bodyText()
                .contains("Absence and stand-in")
                .doesNotContain("/staff/absences/return", "??");
        assertThat(pages.get().uri("/staff/absences").with(laboratory())).hasStatus(404);
    }

    @Test
    void an_absence_is_sent_with_its_days_and_what_is_missing_or_refused_is_told() {
        SERVICES.on(API, "{\"stream\":\"rota-431129-branch@hn\",\"version\":1,\"id\":\"x\",\"repeated\":false}");
        assertThat(send(AWAY)).hasRedirectedUrl("/staff/absences");
        assertThat(SERVICES.at(API)).singleElement().satisfies(request -> {
            assertThat(request.header("Idempotency-Key")).isEqualTo("k-1");
            assertThat(request.body()).contains("\"standIn\":\"p-2\"", "\"from\":\"2024-08-05\"");
        });

        Map<String, String> without = new HashMap<>(AWAY);
        without.remove("standIn");
        assertThat(send(without)).hasStatus(422).bodyText().contains("请选择代办人", "value=\"2024-08-05\"");

        SERVICES.on(API, 422, "{\"code\":\"desk.absence.stand-in-away\",\"arguments\":[]}");
        assertThat(send(AWAY)).hasStatus(422).bodyText().contains("代办人在这段日期也请假", "value=\"2024-08-09\"");
    }

    @Test
    void while_not_even_the_absences_can_be_read_what_was_typed_waits_on_a_page_of_its_own() {
        SERVICES.forget();
        assertThat(send(AWAY))
                .hasStatus(503)
                .bodyText()
                .contains("重新发送", "name=\"standIn\" value=\"p-2\"", "name=\"idempotencyKey\" value=\"k-1\"");
        assertThat(pages.get().uri("/staff/absences").with(officer())).hasStatus(503);
    }

    @Test
    void an_absence_that_is_ended_is_ended_once() {
        SERVICES.on(API + "/return", 422, "{\"code\":\"desk.absence.none\",\"arguments\":[]}");
        assertThat(pages.post()
                        .uri("/staff/absences/return")
                        .param("person", "p-2")
                        .param("from", "2024-08-05")
                        .param("idempotencyKey", "k-2")
                        .with(officer())
                        .with(csrf()))
                .hasRedirectedUrl("/staff/absences");
        assertThat(SERVICES.at(API + "/return"))
                .singleElement()
                .satisfies(request ->
                        assertThat(request.body()).contains("\"person\":\"p-2\"", "\"from\":\"2024-08-05\""));
    }

    private MvcTestResult send(Map<String, String> typed) {
        var form = pages.post()
                .uri("/staff/absences")
                .param("idempotencyKey", "k-1")
                .with(officer())
                .with(csrf());
        typed.forEach(form::param);
        return form.exchange();
    }
}
