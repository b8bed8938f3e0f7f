package org.lianzhi.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianzhi.journal.Commands;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.test.Api;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What a reporter can do with the code once the report is filed. */
@IntakeTest
class FollowingOverHttpTest {

    private static final String TRACKING = "/api/v1/tracking";

    @LocalServerPort
    private int port;

    private Api citizen = Api.anybody(0);
    private Api officer = Api.anybody(0);
    private final Cases cases;

    private String id = "";
    private String code = "";
    private String secret = "";

    FollowingOverHttpTest(@Autowired Commands commands) {
        this.cases = new Cases(commands);
    }

    @BeforeEach
    void filed() {
        citizen = Api.anybody(port);
        officer = citizen.as("hn", "431129-branch", "officer");
        file(Bodies.report("Brown water"));
    }

    private void file(String body) {
        JsonNode filed = citizen.post("/api/v1/reports", body).json();
        id = filed.path("number").asString();
        code = filed.path("code").asString();
        secret = filed.path("secret").asString();
    }

    private Api.Answer say(String path, String more) {
        return citizen.post(TRACKING + path, "{\"code\":\"" + code + "\"" + more + "}");
    }

    private JsonNode track() {
        return say("", "").json();
    }

    private JsonNode view() {
        return Bodies.opened(officer, "/api/v1/reports/" + id);
    }

    private void decide(String path, String body) {
        Api.Answer answer = officer.post("/api/v1/reports/" + id + path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @Test
    void what_the_qr_code_carries_opens_the_same_report_and_cannot_be_guessed() {
        assertThat(secret).matches("[A-Za-z0-9_-]{22}");
        String scanned = "{\"code\":\"" + secret + "\"}";

        assertThat(citizen.post(TRACKING, scanned).json()).isEqualTo(track());
        String other = "{\"code\":\"" + secret.substring(1) + "A\"}";
        assertThat(citizen.post(TRACKING, other).status()).isEqualTo(404);
    }

    @Test
    void a_typed_code_is_hashed_once_and_what_is_got_for_it_is_quick() {
        assertThat(say("/secret", "").json().path("secret").asString()).isEqualTo(secret);
        assertThat(citizen.post(TRACKING + "/secret", "{\"code\":\"" + secret + "\"}")
                        .json()
                        .path("secret")
                        .asString())
                .isEqualTo(secret);
        assertThat(citizen.post(TRACKING + "/secret", "{\"code\":\"0000 0000 0000 0000\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void words_and_photos_can_be_added_later_and_only_the_own_bureau_reads_them() {
        String photo = citizen.upload("/api/v1/uploads", "b.jpg", Bodies.photo())
                .json()
                .path("id")
                .asString();
        String more = "{\"code\":\"" + code + "\",\"words\":\"It is back\",\"photos\":[\"" + photo + "\"]}";

        Api.Answer added = citizen.post(TRACKING + "/additions", "added-" + id, more);
        Api.Answer again = citizen.post(TRACKING + "/additions", "added-" + id, more);

        assertThat(added.status()).as(added.text()).isEqualTo(200);
        assertThat(again.json().path("version").asLong())
                .isEqualTo(added.json().path("version").asLong());
        assertThat(track().path("added")).hasSize(1);
        assertThat(track().path("added").get(0).path("photos").asInt()).isEqualTo(1);
        assertThat(track().toString()).doesNotContain("It is back");
        JsonNode said = view().path("said").get(0);
        assertThat(said.path("words").asString()).isEqualTo("It is back");
        assertThat(said.path("photos").get(0).path("id").asString()).isEqualTo(photo);
        assertThat(officer.get("/api/v1/reports/" + id + "/photos/" + photo).status())
                .isEqualTo(200);
        decide("/release", Bodies.release(photo));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> officer.get("/api/v1/released-photos/" + photo).status() == 200);
        assertThat(say("/additions", ",\"words\":\" \"").code()).isEqualTo("report.addition-empty");
    }

    @Test
    void who_has_the_code_cannot_write_without_end() {
        String pressure = "{\"code\":\"" + code + "\",\"words\":\"They came again\"}";
        for (int i = 0; i < 30; i++) {
            Api.Answer told = citizen.post(TRACKING + "/pressure", id + "-pressure-" + i, pressure);
            assertThat(told.status()).as(told.text()).isEqualTo(200);
        }

        assertThat(citizen.post(TRACKING + "/pressure", id + "-pressure-30", pressure)
                        .code())
                .isEqualTo("report.said-too-often");
        assertThat(citizen.post(TRACKING + "/pressure", id + "-pressure-0", pressure)
                        .status())
                .as("sent again it is what was said first")
                .isEqualTo(200);
    }

    @Test
    void how_somebody_is_put_under_pressure_is_read_by_the_lead_alone() {
        assertThat(say("/pressure", ",\"words\":\"They came to my house\"").status())
                .isEqualTo(200);

        JsonNode seen = view().path("said").get(0);
        JsonNode byLead = Bodies.opened(citizen.as("hn", "431129-branch", "lead"), "/api/v1/reports/" + id)
                .path("said")
                .get(0);
        assertThat(seen.path("key").asString()).isEqualTo("pressure-reported");
        assertThat(seen.path("reserved").asBoolean()).isTrue();
        assertThat(seen.toString()).doesNotContain("my house");
        assertThat(byLead.path("words").asString()).isEqualTo("They came to my house");
    }

    @Test
    void after_a_reply_that_found_nothing_the_reporter_is_asked_about_the_reply() {
        assertThat(say("/rating", ",\"rating\":\"satisfied\"").code()).isEqualTo("report.not-replied");
        decide("/acceptance", "{\"sideConfirmed\":true}");
        decide("/reply", "{\"text\":\"Nothing was found.\",\"verification\":\"unsubstantiated\"}");

        assertThat(track().path("reply").path("verification").asString()).isEqualTo("unsubstantiated");
        assertThat(track().path("askIfFixed").asBoolean()).isFalse();
        assertThat(track().path("askAboutReply").asBoolean()).isTrue();
        assertThat(track().path("review").isNull())
                .as("it is no handling opinion")
                .isTrue();
        assertThat(say("/rating", ",\"rating\":\"dissatisfied\",\"words\":\"You never came\"")
                        .status())
                .isEqualTo(200);
        assertThat(track().path("rating").asString()).isEqualTo("dissatisfied");
        assertThat(track().path("askAboutReply").asBoolean()).isFalse();
        decide("/reply", "{\"text\":\"We went again.\",\"verification\":\"partly\"}");
        assertThat(track().path("askAboutReply").asBoolean())
                .as("a new reply is rated anew")
                .isTrue();
        assertThat(track().path("askIfFixed").asBoolean()).isTrue();
    }

    @Test
    void who_contests_stands_on_the_worklist_again() {
        decide("/acceptance", "{\"sideConfirmed\":true}");
        decide("/reply", "{\"text\":\"The drain is closed.\",\"verification\":\"substantiated\"}");
        await().atMost(Duration.ofSeconds(30)).until(() -> !isOpen());

        assertThat(say("/answer", ",\"fixed\":false").status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(30)).until(this::isOpen);
    }

    private boolean isOpen() {
        return officer.get("/api/v1/reports?view=open&size=200").text().contains(id);
    }

    @Test
    void a_joint_case_that_found_no_breach_does_not_ask_whether_it_is_fixed() {
        decide("/release", Bodies.release());
        String caseId = track().path("caseProgress").path("caseId").asString();
        cases.append("case-" + caseId + "@hn", new CaseEvent.CaseClosed("d", "no-breach-found", 1));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !track().path("caseProgress")
                        .path("closedAt")
                        .asString("")
                        .isEmpty());

        assertThat(track().path("askIfFixed").asBoolean()).isFalse();
        assertThat(say("/answer", ",\"fixed\":false").code()).isEqualTo("report.fix-not-asked");
    }

    @Test
    void a_named_reporter_has_a_handling_opinion_reviewed_and_reviewed_again() {
        decide("/acceptance", "{\"sideConfirmed\":true}");
        assertThat(say("/review", ",\"step\":\"review\"").code()).isEqualTo("report.review-not-offered");
        decide("/reply", "{\"text\":\"Nothing found.\",\"verification\":\"unsubstantiated\",\"reviewable\":true}");
        JsonNode offered = track().path("review");
        assertThat(offered.path("offer").path("step").asString()).isEqualTo("review");
        assertThat(offered.path("named").asBoolean()).isTrue();
        assertThat(offered.path("basis").asString()).contains("第三十五条");

        assertThat(say("/review", ",\"step\":\"review\",\"words\":\"Please look again\"")
                        .status())
                .isEqualTo(200);
        JsonNode running = track().path("review").path("running");
        assertThat(running.path("step").asString()).isEqualTo("review");
        assertThat(running.path("overdue").asBoolean()).isFalse();
        assertThat(view().path("underReview").asString()).isEqualTo("review");
        decide("/review-answer", "{\"outcome\":\"upheld\",\"text\":\"The city office upholds it.\"}");
        assertThat(track().path("review").path("answers").get(0).path("outcome").asString())
                .isEqualTo("upheld");
        assertThat(track().path("review").path("offer").path("step").asString()).isEqualTo("re-review");
    }

    @Test
    void without_a_name_there_is_no_review() {
        file(Bodies.report("Brown water").replace("\"name\": \"Li\", ", ""));
        decide("/acceptance", "{\"sideConfirmed\":true}");
        decide("/reply", "{\"text\":\"Nothing found.\",\"reviewable\":true}");

        assertThat(track().path("review").path("named").asBoolean(true)).isFalse();
        assertThat(say("/review", ",\"step\":\"review\"").code()).isEqualTo("report.review-needs-name");
    }
}
