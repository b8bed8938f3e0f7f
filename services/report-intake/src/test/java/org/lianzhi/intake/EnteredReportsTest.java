package org.lianzhi.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lianzhi.test.Api;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What somebody told an officer. */
@IntakeTest
class EnteredReportsTest {

    private static final String ENTERED = "/api/v1/reports/entered";
    private static final String NUMBER = "12345-2026-000417";

    @LocalServerPort
    private int port;

    private static String body(String channel, String place) {
        return """
            {"channel": "%s", "outsideNumber": "%s", "synthetic": true,
             "form": {"category": "sewage", "affectedWater": %s, "description": "Black water since the morning",
              "contact": {"phone": "138 0000 0000", "channels": ["call"]}, "language": "zh-CN"}}\
            """.formatted(channel, NUMBER, place);
    }

    @Test
    void who_phones_gets_a_code_too_and_the_office_that_took_the_call_reads_the_report() {
        Api officer = Api.anybody(port).as("hn", "431129-branch", "officer");
        String key = UUID.randomUUID().toString();
        // The water lies on the other side: who took the call has it on the own worklist all the same.
        String call = body("hotline", "{\"county\": \"451123\"}");

        Api.Answer entered = officer.post(ENTERED, key, call);
        assertThat(entered.status()).as(entered.text()).isEqualTo(201);
        assertThat(officer.post(ENTERED, key, call).json()).isEqualTo(entered.json());
        assertThat(officer.post(ENTERED, key, call.replace("417", "418")).code())
                .isEqualTo("idempotency.key-reused");

        JsonNode told = entered.json();
        String id = told.path("number").asString();
        JsonNode tracked = Api.anybody(port)
                .post("/api/v1/tracking", "{\"code\":\"" + told.path("code").asString() + "\"}")
                .json();
        assertThat(tracked.path("state").asString()).isEqualTo("received");
        assertThat(tracked.path("officeBureau").asString()).isEqualTo("431129-branch");
        assertThat(tracked.toString()).doesNotContain(NUMBER);
        JsonNode view = Bodies.opened(officer, "/api/v1/reports/" + id);
        assertThat(view.path("channel").asString()).isEqualTo("hotline");
        assertThat(view.path("outsideNumber").asString()).isEqualTo(NUMBER);
        assertThat(officer.post("/api/v1/reports/" + id + "/identity", "{\"reason\":\"To phone back\"}")
                        .json()
                        .path("contact")
                        .path("phone")
                        .asString())
                .isEqualTo("138 0000 0000");
        assertThat(view.path("line").path("county").asString()).isEqualTo("451123");
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        officer.get("/api/v1/reports?view=all&size=200").text().contains(id));
        assertThat(Api.anybody(port)
                        .as("gx", "451123-branch", "officer")
                        .get("/api/v1/reports/" + id)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void only_officers_and_leads_enter_what_others_told_and_only_by_known_ways() {
        String call = body("phone", "{\"county\": \"431129\"}");
        Api anybody = Api.anybody(port);

        assertThat(anybody.post(ENTERED, call).status()).isEqualTo(401);
        assertThat(anybody.as("hn", "431129-laboratory", "laboratory")
                        .post(ENTERED, call)
                        .status())
                .isEqualTo(404);
        assertThat(anybody.as("hn", "430000-department", "supervisor")
                        .post(ENTERED, call)
                        .status())
                .isEqualTo(404);
        Api lead = anybody.as("hn", "431129-branch", "lead");
        assertThat(lead.post(ENTERED, call).status()).isEqualTo(201);
        assertThat(lead.post(ENTERED, body("web", "{\"county\": \"431129\"}")).code())
                .as("nobody pretends that a citizen filled in the form")
                .isEqualTo("report.channel-unknown");
        assertThat(lead.post(ENTERED, call.replace(NUMBER, "9".repeat(101))).code())
                .isEqualTo("report.outside-number-too-long");
        assertThat(lead.post(ENTERED, call.replace("Black water since the morning", "x"))
                        .code())
                .isEqualTo("report.incomplete");
    }
}
