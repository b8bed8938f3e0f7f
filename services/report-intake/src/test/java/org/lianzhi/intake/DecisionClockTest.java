package org.lianzhi.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.lianzhi.test.Api;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** The office is reminded so early here that it is at once. */
@IntakeTest
@TestPropertySource(properties = "lianzhi.intake.remind-before=365d")
class DecisionClockTest {

    @LocalServerPort
    private int port;

    @Test
    void the_office_is_reminded_once_and_the_reporter_reads_nothing_of_it() {
        Api citizen = Api.anybody(port);
        Api officer = citizen.as("hn", "431129-branch", "officer");
        JsonNode told =
                citizen.post("/api/v1/reports", Bodies.report("Nobody looks")).json();
        String report = "/api/v1/reports/" + told.path("number").asString();

        await().atMost(Duration.ofSeconds(30)).until(() -> reminders(officer, report) == 1);
        assertThat(officer.post(report + "/acceptance", "{\"sideConfirmed\":true}")
                        .status())
                .isEqualTo(200);
        String code = "{\"code\":\"" + told.path("code").asString() + "\"}";
        assertThat(citizen.post("/api/v1/tracking", code).text()).doesNotContain("decision-due");
        assertThat(reminders(officer, report)).isEqualTo(1);
    }

    private static long reminders(Api officer, String report) {
        return StreamSupport.stream(officer.get(report).json().path("history").spliterator(), false)
                .filter(event -> event.path("key").asString().equals("decision-due")
                        && event.path("reason").asString().equals("soon"))
                .count();
    }
}
