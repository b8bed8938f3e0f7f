package org.lianzhi.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianzhi.test.Api;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A report that lies with the wrong office. */
@IntakeTest
class TransfersOverHttpTest {

    private static final String HANDED =
            "{\"to\":\"431125-branch\",\"reason\":\"place\",\"words\":\"It lies in Jiangyong.\"}";
    private static final String NOT_OURS = "{\"reason\":\"not-our-area\",\"words\":\"It does not.\"}";

    @LocalServerPort
    private int port;

    private Api citizen = Api.anybody(0);
    private Api officer = Api.anybody(0);
    private Api neighbour = Api.anybody(0);
    private String report = "";
    private String id = "";
    private String code = "";

    @BeforeEach
    void file() {
        citizen = Api.anybody(port);
        officer = citizen.as("hn", "431129-branch", "officer");
        neighbour = citizen.as("hn", "431125-branch", "officer");
        JsonNode told = citizen.post("/api/v1/reports", Bodies.report("Foam on the brook"))
                .json();
        id = told.path("number").asString();
        code = told.path("code").asString();
        report = "/api/v1/reports/" + id;
    }

    private static void done(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private void awaitListed(Api who, boolean listed) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> who.get("/api/v1/reports?size=200").text().contains(id) == listed);
    }

    private JsonNode status() {
        return citizen.post("/api/v1/tracking", "{\"code\":\"" + code + "\"}").json();
    }

    @Test
    void the_office_that_gets_a_report_holds_it_alone_and_decides() {
        awaitListed(officer, true);
        done(officer.post(report + "/transfer", HANDED));

        awaitListed(neighbour, true);
        awaitListed(officer, false);
        assertThat(officer.get(report).status())
                .as("who handed it over does not hold it any more")
                .isEqualTo(404);
        assertThat(officer.post(report + "/acceptance", "{\"sideConfirmed\":true}")
                        .status())
                .isEqualTo(404);
        JsonNode view = Bodies.opened(neighbour, report);
        assertThat(view.path("description").asString()).isEqualTo("Foam on the brook");
        assertThat(view.path("transfer").path("from").asString()).isEqualTo("431129-branch");
        assertThat(view.path("transfer").path("words").asString()).isEqualTo("It lies in Jiangyong.");
        assertThat(status().path("officeBureau").asString()).isEqualTo("431125-branch");
        assertThat(status().toString()).doesNotContain("It lies in Jiangyong.");

        done(neighbour.post(report + "/acceptance", "{\"sideConfirmed\":true}"));
        assertThat(neighbour.post(report + "/transfer/objection", NOT_OURS).code())
                .isEqualTo("report.not-transferred");
    }

    @Test
    void whoever_objects_sends_it_back_and_the_decision_of_the_common_superior_is_entered() {
        done(officer.post(report + "/transfer", HANDED));
        done(neighbour.post(report + "/transfer/objection", NOT_OURS));

        awaitListed(officer, true);
        awaitListed(neighbour, false);
        JsonNode objection = officer.get(report).json().path("transfer").path("objection");
        assertThat(objection.path("superior").asString())
                .as("both are branches of one city")
                .isEqualTo("431100-department");
        assertThat(status().toString()).doesNotContain("It does not.");
        assertThat(officer.post(report + "/transfer", HANDED).code()).isEqualTo("report.transfer.ask-superior");

        done(officer.post(
                report + "/transfer/decision", "{\"to\":\"431125-branch\",\"document\":\"Letter 1 of the city\"}"));
        awaitListed(neighbour, true);
        assertThat(neighbour.get(report).json().path("history").toString()).contains("Letter 1 of the city");
        assertThat(neighbour.post(report + "/transfer/objection", NOT_OURS).code())
                .isEqualTo("report.not-transferred");
    }

    @Test
    void whoever_gives_a_report_away_and_asks_again_is_answered_and_can_do_nothing_else() {
        String settled = "{\"to\":\"431125-branch\",\"document\":\"Letter 1 of the city\"}";
        repeated(officer, "/transfer", HANDED);
        repeated(neighbour, "/transfer/objection", NOT_OURS);
        repeated(officer, "/transfer/decision", settled);

        assertThat(officer.post(report + "/transfer/decision", settled).status())
                .isEqualTo(404);
        assertThat(officer.post(report + "/transfer", HANDED).status()).isEqualTo(404);
        assertThat(officer.get(report).status()).isEqualTo(404);
        assertThat(citizen.as("hn", "430528-branch", "officer")
                        .post(report + "/transfer", HANDED)
                        .status())
                .isEqualTo(404);
    }

    private void repeated(Api who, String path, String body) {
        String key = UUID.randomUUID().toString();
        Api.Answer first = who.post(report + path, key, body);
        done(first);
        Api.Answer again = who.post(report + path, key, body);
        done(again);
        assertThat(again.json().path("version")).isEqualTo(first.json().path("version"));
        assertThat(again.json().path("repeated").asBoolean()).isTrue();
    }

    @Test
    void two_branches_of_different_cities_have_the_department_above_them() {
        done(officer.post(report + "/transfer", HANDED.replace("431125-branch", "430528-branch")));
        done(citizen.as("hn", "430528-branch", "officer").post(report + "/transfer/objection", NOT_OURS));
        assertThat(officer.get(report)
                        .json()
                        .path("transfer")
                        .path("objection")
                        .path("superior")
                        .asString())
                .isEqualTo("430000-department");
    }

    @Test
    void nothing_crosses_the_border_by_a_transfer_and_no_laboratory_gets_a_report() {
        assertThat(officer.post(report + "/transfer", HANDED.replace("431125-branch", "451123-branch"))
                        .code())
                .isEqualTo("report.transfer.other-side");
        assertThat(officer.post(report + "/transfer", HANDED.replace("431125-branch", "431129-laboratory"))
                        .code())
                .isEqualTo("report.transfer.unknown");
        assertThat(officer.post(report + "/transfer", HANDED.replace("431125-branch", "431129-branch"))
                        .code())
                .isEqualTo("report.transfer.itself");
    }
}
