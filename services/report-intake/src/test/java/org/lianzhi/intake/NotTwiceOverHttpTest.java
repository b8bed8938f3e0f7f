package org.lianzhi.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianzhi.intake.domain.ReportCommand.Follow;
import org.lianzhi.intake.report.Reports;
import org.lianzhi.journal.Intent;
import org.lianzhi.model.Actor;
import org.lianzhi.model.Side;
import org.lianzhi.test.Api;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Following somebody else's matter, and a new code for one's own. */
@IntakeTest
class NotTwiceOverHttpTest {

    private static final String TRACKING = "/api/v1/tracking";
    private static final String MATTERS = "/api/v1/matters";
    private static final int MOST = 200;

    @LocalServerPort
    private int port;

    private Api citizen = Api.anybody(0);
    private Api officer = Api.anybody(0);
    private final Reports reports;

    NotTwiceOverHttpTest(@Autowired Reports reports) {
        this.reports = reports;
    }

    @BeforeEach
    void people() {
        citizen = Api.anybody(port);
        officer = citizen.as("hn", "431129-branch", "officer");
    }

    /** Categories that no other test of this class uses, so that the lists are those of one test. */
    private JsonNode file(String category) {
        String body = Bodies.report("Brown water at the old mill").replace("livestock-wastewater", category);
        Api.Answer filed = citizen.post("/api/v1/reports", body);
        assertThat(filed.status()).as(filed.text()).isEqualTo(201);
        return filed.json();
    }

    private void decide(JsonNode report, String path, String body) {
        Api.Answer answer =
                officer.post("/api/v1/reports/" + report.path("number").asString() + path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private JsonNode near(String category) {
        Api.Answer answer = citizen.post(
                MATTERS, "{\"place\":{\"latitude\":24.95,\"longitude\":111.45},\"category\":\"" + category + "\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("matters");
    }

    private JsonNode onlyOneNear(String category) {
        await().atMost(Duration.ofSeconds(30)).until(() -> near(category).size() == 1);
        return near(category).get(0);
    }

    private JsonNode track(String code) {
        return citizen.post(TRACKING, "{\"code\":\"" + code + "\"}").json();
    }

    private JsonNode view(JsonNode report) {
        return officer.get("/api/v1/reports/" + report.path("number").asString())
                .json();
    }

    private Api.Answer follow(JsonNode matter, String key) {
        return citizen.post(
                MATTERS + "/following",
                key,
                "{\"matter\":\"" + matter.path("matter").asString() + "\"}");
    }

    @Test
    void a_matter_is_shown_after_triage_by_category_county_and_month_alone_and_can_be_followed() {
        JsonNode report = file("air");
        assertThat(near("air")).isEmpty();
        decide(report, "/acceptance", "{\"sideConfirmed\":true}");

        JsonNode matter = onlyOneNear("air");
        assertThat(matter.propertyNames()).containsExactlyInAnyOrder("category", "county", "month", "count", "matter");
        assertThat(matter.path("county").asString()).isEqualTo("431129");
        assertThat(matter.path("month").asString()).matches("\\d{4}-\\d{2}");
        String id = report.path("number").asString();
        assertThat(matter.toString()).doesNotContain(id, id.substring(0, 10));
        String key = UUID.randomUUID().toString();
        Api.Answer followed = follow(matter, key);
        assertThat(followed.status()).as(followed.text()).isEqualTo(201);
        assertThat(follow(onlyOneNear("air"), key).json()).isEqualTo(followed.json());

        assertThat(view(report).path("followers").asInt()).isEqualTo(1);
        String code = followed.json().path("code").asString();
        JsonNode seen = track(code);
        assertThat(seen.path("follows").asBoolean()).isTrue();
        assertThat(seen.path("state").asString()).isEqualTo("accepted");
        // Neither when the other person reported nor what they did since is told to who follows.
        assertThat(seen.toString()).doesNotContain(id, id.substring(0, 10));
        assertThat(seen.path("report").asString())
                .isEqualTo(followed.json().path("number").asString());
        assertThat(seen.path("filedAt").asString())
                .isEqualTo(followed.json().path("followedAt").asString());
        assertThat(citizen.post(TRACKING + "/additions", "{\"code\":\"" + code + "\",\"words\":\"Me too\"}")
                        .status())
                .isEqualTo(404);
        decide(report, "/reply", "{\"text\":\"The kiln stands still.\"}");
        assertThat(track(code).path("reply").path("text").asString()).isEqualTo("The kiln stands still.");
        await().atMost(Duration.ofSeconds(30)).until(() -> near("air").isEmpty());
    }

    @Test
    void who_asks_again_is_told_the_same_code_also_once_more_follow_than_may() {
        JsonNode report = file("solid-waste");
        decide(report, "/acceptance", "{\"sideConfirmed\":true}");
        JsonNode matter = onlyOneNear("solid-waste");
        String key = UUID.randomUUID().toString();
        Api.Answer followed = follow(matter, key);
        assertThat(followed.status()).as(followed.text()).isEqualTo(201);
        // They came at once, and each saw that there was room.
        for (int i = 0; i < MOST; i++) {
            alsoFollows(report);
        }

        assertThat(follow(matter, UUID.randomUUID().toString()).code()).isEqualTo("report.followers-too-many");
        Api.Answer again = follow(matter, key);
        assertThat(again.status()).as(again.text()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(followed.json());
    }

    private void alsoFollows(JsonNode report) {
        Side side = new Side("hn");
        Intent intent = new Intent(
                UUID.randomUUID().toString(), "test", Actor.citizen(side).written(), Instant.now());
        reports.run(
                intent,
                Reports.stream(report.path("number").asString(), side),
                OptionalLong.empty(),
                new Follow(0, MOST));
    }

    @Test
    void of_several_that_look_alike_nobody_can_say_which_is_meant() {
        decide(file("sewage"), "/acceptance", "{\"sideConfirmed\":true}");
        decide(file("sewage"), "/acceptance", "{\"sideConfirmed\":true}");

        await().atMost(Duration.ofSeconds(30))
                .until(() -> near("sewage").path(0).path("count").asInt() == 2);
        JsonNode alike = onlyOneNear("sewage");
        assertThat(alike.path("matter").isNull()).isTrue();
        assertThat(follow(alike, UUID.randomUUID().toString()).status()).isEqualTo(404);
        assertThat(citizen.post(MATTERS, "{\"place\":{\"words\":\"somewhere\"},\"category\":\"sewage\"}")
                        .code())
                .isEqualTo("report.incomplete");
    }

    @Test
    void a_reporter_whom_the_bureau_knows_gets_a_new_code_and_the_old_one_dies() {
        JsonNode report = file("other");
        String renewal = "{\"reason\":\"lost\",\"note\":\"Called back the number in the vault\"}";
        String path = "/api/v1/reports/" + report.path("number").asString() + "/code";
        String key = UUID.randomUUID().toString();

        Api.Answer renewed = officer.post(path, key, renewal);
        assertThat(renewed.status()).as(renewed.text()).isEqualTo(200);
        assertThat(officer.post(path, key, renewal).json()).isEqualTo(renewed.json());
        for (String old : new String[] {"code", "secret"}) {
            assertThat(citizen.post(TRACKING, "{\"code\":\"" + report.path(old).asString() + "\"}")
                            .status())
                    .isEqualTo(404);
            assertThat(citizen.post(
                                    TRACKING + "/secret",
                                    "{\"code\":\"" + report.path(old).asString() + "\"}")
                            .status())
                    .isEqualTo(404);
            assertThat(track(renewed.json().path(old).asString())
                            .path("codeRenewedAt")
                            .asString())
                    .isNotEmpty();
        }
        assertThat(view(report).path("history").toString()).contains("code-renewed");
        assertThat(officer.post(path, "{\"reason\":\"lost\",\"note\":\"\"}").code())
                .isEqualTo("report.renewal-note-missing");
    }
}
