package org.lianzhi.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianzhi.test.Api;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Inspectors from outside: who lets them read, what they may look at, and that each look stands in the record. */
@InvestigationTest
class InspectorAccessTest {

    private static final String INSPECTOR = "p-100000-inspection";

    private final PublishedReports reports;
    private final TestClock clock;

    @LocalServerPort
    private int port;

    private String caseId = "";
    private Api supervisor = Api.anybody(0);
    private Api inspector = Api.anybody(0);
    private final Map<String, Api> everybody = new LinkedHashMap<>();

    InspectorAccessTest(@Autowired PublishedReports reports, @Autowired TestClock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    @BeforeEach
    void aCase() {
        Api anybody = Api.anybody(port);
        supervisor = anybody.as("hn", "430000-department", "supervisor");
        inspector = anybody.as("cn", "100000-inspection", "inspector");
        everybody.put("supervisor", supervisor);
        everybody.put("their supervisor", anybody.as("gx", "450000-department", "supervisor"));
        everybody.put("third supervisor", anybody.as("gd", "440000-department", "supervisor"));
        everybody.put("officer", anybody.as("hn", "431129-branch", "officer"));
        everybody.put("lead", anybody.as("hn", "431129-branch", "lead"));
        everybody.put("laboratory", anybody.as("hn", "431129-laboratory", "laboratory"));
        everybody.put("administrator", anybody.as("hn", "430000-department", "administrator"));
        everybody.put("inspector", inspector);
        everybody.put("another inspector", anybody.as("cn", "100001-inspection", "inspector"));
        everybody.put("nobody", anybody);
        caseId = reports.accept().caseId();
        Api officer = everybody.get("officer");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> officer != null
                        && officer.get("/api/v1/cases/" + caseId).status() == 200);
    }

    private String body(String cases, Duration within) {
        return "{\"inspector\":\"%s\",\"authority\":\"Inspection bureau\",\"reason\":\"Check of the case\",\"cases\":%s,\"until\":\"%s\"}"
                .formatted(INSPECTOR, cases, clock.instant().plus(within));
    }

    private String granted() {
        Api.Answer answer = supervisor.post("/api/v1/accesses", body("[\"" + caseId + "\"]", Duration.ofDays(7)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        String id = answer.json().path("id").asString();
        assertThat(answer.json().path("stream").asString()).isEqualTo("access-" + id + "@hn");
        return id;
    }

    private Api.Answer look(Api by, String access, String subject, String part) {
        return by.post(
                "/api/v1/accesses/hn/" + access + "/looks",
                "{\"subject\":%s,\"part\":\"%s\"}".formatted(subject.isEmpty() ? "null" : '"' + subject + '"', part));
    }

    private JsonNode looks(String access) {
        Api.Answer answer = supervisor.get("/api/v1/accesses/" + access + "/looks");
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void only_a_supervisor_grants_and_only_for_cases_of_the_own_side() {
        everybody.forEach((who, api) -> assertThat(
                        api.post("/api/v1/accesses", body("[\"" + caseId + "\"]", Duration.ofDays(7)))
                                .status())
                .as(who)
                .isEqualTo(
                        switch (who) {
                            case "supervisor", "their supervisor" -> 201;
                            case "third supervisor" -> 422;
                            case "nobody" -> 401;
                            default -> 404;
                        }));
        assertThat(supervisor
                        .post("/api/v1/accesses", body("[\"none\"]", Duration.ofDays(7)))
                        .code())
                .isEqualTo("access.case-unknown");
        assertThat(supervisor
                        .post("/api/v1/accesses", body("[\"" + caseId + "\"]", Duration.ofDays(91)))
                        .code())
                .isEqualTo("access.too-long");
    }

    @Test
    void only_the_inspector_looks_and_each_look_stands_in_the_record() {
        String access = granted();
        everybody.forEach(
                (who, api) -> assertThat(look(api, access, caseId, "timeline").status())
                        .as(who)
                        .isEqualTo(
                                switch (who) {
                                    case "inspector" -> 200;
                                    case "nobody" -> 401;
                                    default -> 404;
                                }));
        assertThat(look(inspector, access, "", "list").status()).isEqualTo(200);
        String other = reports.accept().caseId();
        assertThat(look(inspector, access, other, "timeline").status()).isEqualTo(404);
        assertThat(look(inspector, access, caseId, "figures").status()).isEqualTo(404);
        assertThat(look(inspector, "no-such-access", caseId, "timeline").status())
                .isEqualTo(404);

        JsonNode looks = looks(access);
        assertThat(looks.path("total").asInt()).isEqualTo(2);
        assertThat(looks.path("items").path(0).path("part").asString()).isEqualTo("list");
        assertThat(looks.path("items").path(1).path("subject").asString()).isEqualTo(caseId);
    }

    @Test
    void what_was_looked_at_is_told_to_the_own_supervisors_only_and_page_by_page() {
        String access = granted();
        look(inspector, access, caseId, "timeline");
        look(inspector, access, caseId, "proof");
        everybody.forEach((who, api) -> assertThat(
                        api.get("/api/v1/accesses/" + access + "/looks").status())
                .as(who)
                .isEqualTo(
                        switch (who) {
                            case "supervisor" -> 200;
                            case "nobody" -> 401;
                            default -> 404;
                        }));
        JsonNode second = supervisor
                .get("/api/v1/accesses/" + access + "/looks?page=1&size=1")
                .json();
        assertThat(second.path("items").size()).isEqualTo(1);
        assertThat(second.path("items").path(0).path("part").asString()).isEqualTo("timeline");
    }

    @Test
    void after_its_end_and_after_its_time_there_is_nothing_to_look_at() {
        String access = granted();
        everybody.forEach((who, api) -> {
            if (!who.equals("supervisor")) {
                assertThat(api.post("/api/v1/accesses/" + access + "/end", "{\"reason\":\"The check is over\"}")
                                .status())
                        .as(who)
                        .isEqualTo(who.equals("nobody") ? 401 : 404);
            }
        });
        String unknown = look(inspector, "unknown", caseId, "timeline").text().replace("unknown", access);
        assertThat(supervisor
                        .post("/api/v1/accesses/" + access + "/end", "{\"reason\":\"The check is over\"}")
                        .status())
                .isEqualTo(200);
        assertThat(look(inspector, access, caseId, "timeline").text()).isEqualTo(unknown);

        String running = granted();
        assertThat(look(inspector, running, caseId, "timeline").status()).isEqualTo(200);
        clock.putForward(Duration.ofDays(8));
        assertThat(look(inspector, running, caseId, "timeline").text().replace(running, access))
                .isEqualTo(unknown);
        assertThat(looks(running).path("total").asInt()).isEqualTo(1);
    }
}
