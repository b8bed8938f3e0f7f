package org.lianzhi.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianzhi.test.Api;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Who opened the vault is told to the supervisors of its side, with nothing of what stands in it. */
@IntakeTest
class AccessReviewTest {

    private static final String LOG = "/api/v1/access-log";

    @LocalServerPort
    private int port;

    private Api officer = Api.anybody(0);
    private Api supervisor = Api.anybody(0);
    private String report = "";

    @BeforeEach
    void somebodyLooked() {
        Api anybody = Api.anybody(port);
        officer = anybody.as("hn", "431129-branch", "officer");
        supervisor = anybody.as("hn", "430000-department", "supervisor");
        report = anybody.post("/api/v1/reports", Bodies.report("Brown water"))
                .json()
                .path("number")
                .asString();
        Bodies.opened(officer, "/api/v1/reports/" + report);
    }

    private JsonNode look() {
        return StreamSupport.stream(
                        supervisor
                                .get(LOG + "?office=431129-branch&size=1000")
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .filter(item -> item.path("report").asString().equals(report))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_look_is_told_with_office_role_reference_report_and_time_and_nothing_of_the_report() {
        JsonNode look = look();

        assertThat(look.path("office").asString()).isEqualTo("431129-branch");
        assertThat(look.path("role").asString()).isEqualTo("officer");
        assertThat(look.path("person").asString()).isEqualTo("p-431129-branch");
        assertThat(look.path("part").asString()).isEqualTo("form");
        assertThat(look.path("at").asString()).isNotEmpty();
        assertThat(look.path("code").asString()).isEqualTo("handling");
        assertThat(look.path("reason").isNull()).isTrue();
        assertThat(look.path("reviews").isEmpty()).isTrue();
        assertThat(supervisor.get(LOG + "?size=1000").text()).doesNotContain("Brown water");
    }

    @Test
    void looks_are_chosen_by_office_and_period_and_turned_page_by_page() {
        assertThat(supervisor.get(LOG + "?office=431102-branch").text()).doesNotContain(report);
        assertThat(supervisor
                        .get(LOG + "?from=2020-01-01&to=2020-01-31")
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(supervisor.get(LOG + "?from=2020-01-01&to=2020-12-31").code())
                .isEqualTo("access.period");
        assertThat(supervisor.get(LOG + "?from=2020-02-01&to=2020-01-31").code())
                .isEqualTo("access.period");
        JsonNode page = supervisor.get(LOG + "?size=1&page=0").json();
        assertThat(page.path("items").size()).isEqualTo(1);
        assertThat(page.path("total").asInt()).isPositive();
        assertThat(page.path("offices").toString()).contains("431129-branch").doesNotContain("451123-branch");
    }

    @Test
    void a_look_is_reviewed_or_questioned_and_that_is_recorded_once() {
        String path = LOG + "/" + look().path("id").asString() + "/review";
        int open = supervisor.get(LOG).json().path("open").asInt();

        assertThat(supervisor
                        .post(path, "{\"verdict\":\"questioned\",\"note\":\"why\"}")
                        .code())
                .isEqualTo("access.note.too-short");
        assertThat(supervisor
                        .post(path, "{\"verdict\":\"liked\",\"note\":\"\"}")
                        .code())
                .isEqualTo("access.verdict-unknown");
        String question = "{\"verdict\":\"questioned\",\"note\":\"Why at night?\"}";
        assertThat(supervisor.post(path, "key-12345678-" + report, question).status())
                .isEqualTo(200);
        assertThat(supervisor.post(path, "key-12345678-" + report, question).status())
                .isEqualTo(200);
        assertThat(supervisor
                        .post(path, "{\"verdict\":\"reviewed\",\"note\":\"\"}")
                        .status())
                .isEqualTo(200);

        JsonNode reviews = look().path("reviews");
        assertThat(reviews.size()).isEqualTo(2);
        assertThat(reviews.path(0).path("note").asString()).isEqualTo("Why at night?");
        assertThat(reviews.path(0).path("office").asString()).isEqualTo("430000-department");
        assertThat(reviews.path(1).path("verdict").asString()).isEqualTo("reviewed");
        assertThat(supervisor.get(LOG).json().path("open").asInt()).isEqualTo(open - 1);
    }

    @Test
    void the_log_is_for_supervisors_of_the_own_side_only() {
        String path = LOG + "/" + look().path("id").asString() + "/review";
        Api anybody = Api.anybody(port);
        Map<Api, Integer> others = new LinkedHashMap<>();
        others.put(anybody, 401);
        others.put(officer, 404);
        others.put(anybody.as("hn", "431129-branch", "lead"), 404);
        others.put(anybody.as("hn", "431129-laboratory", "laboratory"), 404);
        others.put(anybody.as("hn", "430000-department", "administrator"), 404);
        others.forEach((who, status) -> {
            assertThat(who.get(LOG).status()).isEqualTo(status);
            assertThat(who.post(path, "{\"verdict\":\"reviewed\",\"note\":\"\"}")
                            .status())
                    .isEqualTo(status);
        });
        Api theirs = anybody.as("gx", "450000-department", "supervisor");
        assertThat(theirs.get(LOG + "?size=1000").text()).doesNotContain(report);
        assertThat(theirs.post(path, "{\"verdict\":\"reviewed\",\"note\":\"\"}").status())
                .isEqualTo(404);
        assertThat(supervisor
                        .post(LOG + "/no-such_look_here/review", "{\"verdict\":\"reviewed\",\"note\":\"\"}")
                        .status())
                .isEqualTo(404);
        assertThat(look().path("reviews").isEmpty()).isTrue();
    }
}
