package org.lianzhi.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianzhi.test.Api;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Supervision over HTTP: who may do what, what each sees, and that the other side sees nothing. */
@InvestigationTest
class SupervisionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String JIANGHUA = "431129-branch";
    private static final String DAOXIAN = "431124-branch";
    private static final String CITY = "431100-department";
    private static final String HUNAN = "430000-department";

    private final PublishedReports reports;
    private final TestClock clock;

    @LocalServerPort
    private int port;

    private String caseId = "";
    private Api supervisor = Api.anybody(0);
    private Api officer = Api.anybody(0);
    private final Map<String, Api> everybody = new LinkedHashMap<>();

    SupervisionTest(@Autowired PublishedReports reports, @Autowired TestClock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    @BeforeEach
    void aCase() {
        Api anybody = Api.anybody(port);
        supervisor = anybody.as("hn", HUNAN, "supervisor");
        officer = anybody.as("hn", JIANGHUA, "officer");
        everybody.put("supervisor", supervisor);
        everybody.put("officer", officer);
        everybody.put("officer elsewhere", anybody.as("hn", DAOXIAN, "officer"));
        everybody.put("laboratory", anybody.as("hn", "431129-laboratory", "laboratory"));
        everybody.put("administrator", anybody.as("hn", HUNAN, "administrator"));
        everybody.put("their supervisor", anybody.as("gx", "450000-department", "supervisor"));
        everybody.put("their officer", anybody.as("gx", "451123-branch", "officer"));
        everybody.put("third supervisor", anybody.as("gd", "440000-department", "supervisor"));
        everybody.put("nobody", anybody);
        caseId = reports.accept().caseId();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(officer.get(path("")).status()).isEqualTo(200));
    }

    private String path(String rest) {
        return "/api/v1/cases/" + caseId + rest;
    }

    private String instruct(String office, Duration within) {
        Api.Answer answer = supervisor.post(path("/instructions"), instruction(office, within));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().path("stream").asString()).isEqualTo("supervision-" + caseId + "@hn");
        return answer.json().path("id").asString();
    }

    private String instruction(String office, Duration within) {
        return "{\"office\":\"%s\",\"task\":\"Find out where the drain leads\",\"dueAt\":\"%s\"}"
                .formatted(office, clock.instant().plus(within));
    }

    private JsonNode seen(Api by) {
        Api.Answer answer = by.get(path("/supervision"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode only(Api by) {
        JsonNode instructions = seen(by).path("instructions");
        assertThat(instructions.size()).isEqualTo(1);
        return instructions.path(0);
    }

    private static void done(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @Test
    void an_instruction_is_given_reminded_of_extended_answered_found_wanting_answered_again_and_closed() {
        String ref = instruct(JIANGHUA, Duration.ofDays(5));
        String about = path("/instructions/" + ref);

        done(supervisor.post(about + "/reminder", "{}"));
        done(supervisor.post(
                about + "/extension",
                "{\"dueAt\":\"%s\",\"reason\":\"Waiting for the laboratory\"}"
                        .formatted(clock.instant().plus(Duration.ofDays(9)))));
        done(officer.post(about + "/report", "{\"account\":\"It leads to the reservoir\"}"));
        assertThat(only(supervisor).path("stage").asString()).isEqualTo("reported");
        done(supervisor.post(about + "/reminder", "{\"words\":\"The photo is missing\"}"));
        assertThat(only(officer).path("stage").asString()).isEqualTo("running");
        done(officer.post(about + "/report", "{\"account\":\"With the photo now\"}"));
        done(supervisor.post(about + "/closure", "{\"words\":\"Thank you\"}"));

        JsonNode closed = only(officer);
        assertThat(closed.path("stage").asString()).isEqualTo("closed");
        assertThat(closed.path("reminders").asInt()).isEqualTo(2);
        assertThat(Bureau.stream(closed.path("steps"))
                        .map(step -> step.path("what").asString()))
                .containsExactly("reminded", "extended", "reported", "reminded", "reported", "closed");
    }

    @Test
    void only_a_supervisor_of_the_own_side_gives_instructions() {
        everybody.forEach((who, api) -> assertThat(
                        api.post(path("/instructions"), instruction(JIANGHUA, Duration.ofDays(5)))
                                .status())
                .as(who)
                .isEqualTo(
                        switch (who) {
                            case "supervisor" -> 201;
                            // The supervisors of the other side give theirs, to their offices.
                            case "their supervisor" -> 422;
                            case "nobody" -> 401;
                            default -> 404;
                        }));
    }

    @Test
    void only_a_supervisor_of_the_own_side_reminds_extends_closes_and_withdraws() {
        String ref = instruct(JIANGHUA, Duration.ofDays(5));
        Map<String, String> acts = Map.of(
                "reminder", "{}",
                "extension", "{\"dueAt\":\"2099-01-01T00:00:00Z\",\"reason\":\"some reason\"}",
                "closure", "{}",
                "withdrawal", "{\"reason\":\"some reason\"}");
        acts.forEach((act, body) -> everybody.forEach((who, api) -> {
            if (!who.equals("supervisor")) {
                // To the supervisors of the other side it is unknown, in a record of their own.
                int refused = who.equals("nobody") ? 401 : who.equals("their supervisor") ? 422 : 404;
                assertThat(api.post(path("/instructions/" + ref + "/" + act), body)
                                .status())
                        .as(who + " " + act)
                        .isEqualTo(refused);
            }
        }));
        assertThat(only(supervisor).path("steps").isEmpty()).isTrue();
    }

    @Test
    void only_the_office_that_was_asked_reports_back() {
        String ref = instruct(JIANGHUA, Duration.ofDays(5));
        everybody.forEach((who, api) -> assertThat(
                        api.post(path("/instructions/" + ref + "/report"), "{\"account\":\"It is done now\"}")
                                .status())
                .as(who)
                .isEqualTo(
                        switch (who) {
                            case "officer" -> 200;
                            case "nobody" -> 401;
                            default -> 404;
                        }));
    }

    @Test
    void an_office_that_does_not_handle_the_case_sees_what_it_was_asked_and_answers_it() {
        String ref = instruct(DAOXIAN, Duration.ofDays(5));
        instruct(JIANGHUA, Duration.ofDays(5));
        Api elsewhere = Objects.requireNonNull(everybody.get("officer elsewhere"));

        assertThat(only(elsewhere).path("id").asString()).isEqualTo(ref);
        done(elsewhere.post(path("/instructions/" + ref + "/report"), "{\"account\":\"Nothing found\"}"));
        assertThat(elsewhere.get(path("")).status()).isEqualTo(404);
        assertThat(seen(supervisor).path("instructions").size()).isEqualTo(2);
    }

    @Test
    void the_other_side_sees_nothing_of_it() {
        instruct(JIANGHUA, Duration.ofDays(5));
        for (String theirs : new String[] {"their supervisor", "their officer"}) {
            Api api = Objects.requireNonNull(everybody.get(theirs));
            assertThat(seen(api).path("instructions").isEmpty()).as(theirs).isTrue();
            assertThat(seen(api).path("version").asInt()).as(theirs).isZero();
            assertThat(api.get(path("")).text()).as(theirs).doesNotContain("Find out where the drain leads");
            assertThat(api.get("/api/v1/instructions?view=all&size=200").text())
                    .as(theirs)
                    .doesNotContain(caseId);
        }
    }

    @Test
    void only_a_supervisor_grades_and_designates_and_the_own_offices_see_it() {
        Map<String, String> acts = Map.of(
                "grading",
                "{\"grade\":\"risk\",\"reason\":\"No harm was done\",\"legalBasis\":\"National plan\"}",
                "designation",
                "{\"office\":\"431100-department\",\"reason\":\"Two branches"
                        + " dispute\",\"legalBasis\":\"Article 25\"}");
        acts.forEach((act, body) -> everybody.forEach((who, api) -> {
            if (!who.contains("supervisor") || who.startsWith("third")) {
                assertThat(api.post(path("/" + act), body).status())
                        .as(who + " " + act)
                        .isEqualTo(who.equals("nobody") ? 401 : 404);
            }
        }));
        assertThat(seen(supervisor).path("gradings").isEmpty()).isTrue();
        done(supervisor.post(path("/grading"), Objects.requireNonNull(acts.get("grading"))));
        assertThat(seen(officer).path("gradings").path(0).path("grade").asString())
                .isEqualTo("risk");
        Api theirs = Objects.requireNonNull(everybody.get("their supervisor"));
        assertThat(seen(theirs).path("gradings").isEmpty()).isTrue();
        // An office of the first side is none of theirs.
        assertThat(theirs.post(path("/designation"), Objects.requireNonNull(acts.get("designation")))
                        .code())
                .isEqualTo("supervision.office-unknown");
    }

    @Test
    void the_designated_office_handles_the_case_the_former_one_reads_on_and_the_other_side_learns_nothing() {
        Api city = Api.anybody(port).as("hn", CITY, "officer");
        Api theirs = Objects.requireNonNull(everybody.get("their officer"));
        assertThat(city.get(path("")).status()).isEqualTo(404);

        designate(CITY);

        assertThat(officer.post(path("/acknowledgement"), "{}").status()).isEqualTo(404);
        assertThat(officer.get(path("")).status()).isEqualTo(200);
        assertThat(officer.get(path("")).json().path("tasks").isEmpty()).isTrue();
        assertThat(Bureau.stream(city.get(path("")).json().path("turns"))
                        .map(turn -> turn.path("bureau").asString()))
                .contains("431100-department");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                city.get("/api/v1/cases?view=mine&size=200").text())
                        .contains(caseId));
        assertThat(officer.get("/api/v1/cases?view=mine&size=200").text()).doesNotContain(caseId);
        assertThat(officer.get("/api/v1/cases?view=ours&size=200").text()).contains(caseId);
        done(city.post(path("/acknowledgement"), "{}"));
        assertThat(theirs.get(path("")).text()).doesNotContain("431100-department");
        assertThat(theirs.get("/api/v1/cases?view=ours&size=200").text())
                .contains(caseId)
                .doesNotContain("431100-department");
        assertThat(seen(officer).path("bureau").asString()).isEqualTo("431100-department");
        assertThat(seen(theirs).path("designations").isEmpty()).isTrue();
    }

    @Test
    void what_an_officer_did_before_another_office_was_designated_is_answered_again_and_to_nobody_else() {
        String acknowledging = Bureau.key();
        String remarking = Bureau.key();
        String remark = "{\"text\":\"Call the farm first\"}";
        Api.Answer acknowledged = officer.post(path("/acknowledgement"), acknowledging, "{}");
        done(acknowledged);
        Api.Answer remarked = officer.post(path("/desk/remarks"), remarking, remark);
        assertThat(remarked.status()).isEqualTo(201);

        designate(CITY);

        Api.Answer again = officer.post(path("/acknowledgement"), acknowledging, "{}");
        done(again);
        assertThat(again.json().path("version")).isEqualTo(acknowledged.json().path("version"));
        assertThat(again.json().path("repeated").asBoolean()).isTrue();
        assertThat(officer.post(path("/desk/remarks"), remarking, remark).json().path("id"))
                .isEqualTo(remarked.json().path("id"));
        assertThat(officer.post(path("/desk/remarks"), remarking, remark.replace("farm", "city"))
                        .code())
                .isEqualTo("idempotency.key-reused");

        Api colleague = Api.anybody(port).as("hn", JIANGHUA, "officer", "p-colleague");
        assertThat(colleague.post(path("/acknowledgement"), acknowledging, "{}").status())
                .isEqualTo(404);
        assertThat(colleague.post(path("/desk/remarks"), remarking, remark).status())
                .isEqualTo(404);
        assertThat(officer.post(path("/desk/remarks"), remark).status()).isEqualTo(404);
    }

    @Test
    void a_case_stands_on_the_lists_of_the_office_that_was_designated_last_and_of_no_other_that_was() {
        Api city = Api.anybody(port).as("hn", CITY, "officer");
        Api daoxian = Objects.requireNonNull(everybody.get("officer elsewhere"));

        designate(CITY);
        awaitStanding(city, true);
        designate(DAOXIAN);
        awaitStanding(daoxian, true);
        awaitStanding(city, false);
        designate(CITY);
        awaitStanding(city, true);
        awaitStanding(daoxian, false);
        designate(JIANGHUA);
        awaitStanding(city, false);
        assertThat(stands(officer)).isTrue();
    }

    private void designate(String office) {
        done(supervisor.post(
                path("/designation"),
                "{\"office\":\"%s\",\"reason\":\"Two branches dispute\",\"legalBasis\":\"Article 25\"}"
                        .formatted(office)));
    }

    private void awaitStanding(Api office, boolean stands) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(stands(office)).isEqualTo(stands));
    }

    private boolean stands(Api office) {
        return office.get("/api/v1/cases?view=all&size=200").text().contains(caseId);
    }

    @Test
    void the_lists_tell_what_runs_what_is_late_and_what_was_answered() {
        String ref = instruct(JIANGHUA, Duration.ofDays(2));
        awaitListed(supervisor, "open", ref);
        awaitListed(officer, "open", ref);

        clock.putForward(Duration.ofDays(3));
        awaitListed(officer, "overdue", ref);
        done(officer.post(path("/instructions/" + ref + "/report"), "{\"account\":\"It is done now\"}"));
        awaitListed(supervisor, "reported", ref);
        done(supervisor.post(path("/instructions/" + ref + "/closure"), "{}"));
        awaitListed(supervisor, "over", ref);
        assertThat(supervisor.get("/api/v1/instructions?view=open&size=200").text())
                .doesNotContain(ref);
        assertThat(supervisor.get("/api/v1/instructions?view=what").code()).isEqualTo("request.view-unknown");
    }

    private void awaitListed(Api api, String view, String ref) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(api.get("/api/v1/instructions?size=200&view=" + view)
                                .text())
                        .contains(ref));
    }

    @Test
    void the_clock_reminds_by_itself_when_the_time_comes_near() {
        String ref = instruct(JIANGHUA, Duration.ofDays(2));
        awaitListed(officer, "open", ref);

        clock.putForward(Duration.ofHours(30));

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(only(officer).path("reminders").asInt()).isEqualTo(1));
        assertThat(only(officer).path("steps").path(0).path("byClock").asBoolean())
                .isTrue();
    }

    @Test
    void the_same_key_gives_one_instruction_and_other_words_under_it_are_refused() {
        String body = instruction(JIANGHUA, Duration.ofDays(5));
        String key = Bureau.key();
        String first = supervisor
                .post(path("/instructions"), key, body)
                .json()
                .path("id")
                .asString();

        JsonNode again = supervisor.post(path("/instructions"), key, body).json();
        assertThat(again.path("id").asString()).isEqualTo(first);
        assertThat(again.path("repeated").asBoolean()).isTrue();
        assertThat(supervisor
                        .post(path("/instructions"), key, body.replace("drain", "pipe"))
                        .code())
                .isEqualTo("idempotency.key-reused");
        assertThat(seen(supervisor).path("instructions").size()).isEqualTo(1);
    }
}
