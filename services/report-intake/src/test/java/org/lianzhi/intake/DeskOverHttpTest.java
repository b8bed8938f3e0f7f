package org.lianzhi.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianzhi.model.SortableIds;
import org.lianzhi.test.Api;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Who of an office has taken on what, and how a person likes to see the list. */
@IntakeTest
class DeskOverHttpTest {

    private static final String DESK = "/api/v1/desk";
    private static final String ASSIGN = DESK + "/assignments";
    private static final String OFFICER = "p-431124-branch";

    private final String report =
            "report-" + SortableIds.derive(Instant.now(), UUID.randomUUID().toString());
    private final String matter =
            "report-" + SortableIds.derive(Instant.now(), UUID.randomUUID().toString());

    @LocalServerPort
    private int port;

    private Api officer = Api.anybody(0);
    private Api lead = Api.anybody(0);

    @BeforeEach
    void people() {
        Api anybody = Api.anybody(port);
        officer = anybody.as("hn", "431124-branch", "officer");
        lead = anybody.as("hn", "431124-branch", "lead");
    }

    private String order(String person, String... matters) {
        return "{\"matters\":[\"" + String.join("\",\"", matters) + "\"],\"person\":" + person + "}";
    }

    private String holder(String of) {
        return officer.get(DESK).json().path("assigned").path(of).asString("");
    }

    @Test
    void an_officer_takes_on_many_at_once_and_gives_them_back() {
        assertThat(officer.post(ASSIGN, order("\"" + OFFICER + "\"", report, matter))
                        .status())
                .isEqualTo(200);
        assertThat(List.of(holder(report), holder(matter))).containsExactly(OFFICER, OFFICER);
        assertThat(officer.get(DESK).json().path("me").asString()).isEqualTo(OFFICER);

        assertThat(officer.post(ASSIGN, order("null", report)).status()).isEqualTo(200);
        assertThat(List.of(holder(report), holder(matter))).containsExactly("", OFFICER);
    }

    @Test
    void an_order_that_comes_again_changes_nothing_of_what_was_decided_since() {
        String key = UUID.randomUUID().toString();
        assertThat(lead.post(ASSIGN, key, order("\"p-one\"", report)).status()).isEqualTo(200);
        assertThat(lead.post(ASSIGN, order("\"p-two\"", report)).status()).isEqualTo(200);

        assertThat(lead.post(ASSIGN, key, order("\"p-one\"", report)).status()).isEqualTo(200);
        assertThat(holder(report)).isEqualTo("p-two");
        assertThat(lead.post(ASSIGN, key, order("\"p-three\"", report)).code()).isEqualTo("idempotency.key-reused");
    }

    @Test
    void an_order_that_comes_again_is_no_offence_because_somebody_else_has_the_matter_by_now() {
        String key = UUID.randomUUID().toString();
        String mine = order("\"" + OFFICER + "\"", report, matter);
        assertThat(officer.post(ASSIGN, key, mine).status()).isEqualTo(200);
        assertThat(lead.post(ASSIGN, order("\"p-other\"", report)).status()).isEqualTo(200);

        assertThat(officer.post(ASSIGN, key, mine).status()).isEqualTo(200);
        assertThat(List.of(holder(report), holder(matter))).containsExactly("p-other", OFFICER);
        assertThat(officer.post(ASSIGN, mine).code())
                .as("under a new key it is a new order")
                .isEqualTo("worklist.assign-others");
    }

    @Test
    void an_order_that_was_refused_is_not_done_when_it_comes_again() {
        String key = UUID.randomUUID().toString();
        String mine = order("\"" + OFFICER + "\"", report);
        assertThat(lead.post(ASSIGN, order("\"p-other\"", report)).status()).isEqualTo(200);
        assertThat(officer.post(ASSIGN, key, mine).code()).isEqualTo("worklist.assign-others");
        assertThat(lead.post(ASSIGN, order("\"p-third\"", report)).status()).isEqualTo(200);

        assertThat(officer.post(ASSIGN, key, mine).code()).isEqualTo("worklist.assign-others");
    }

    @Test
    void only_the_lead_assigns_to_others_and_nobody_sees_the_desk_of_another_office() {
        assertThat(officer.post(ASSIGN, order("\"p-other\"", report)).code()).isEqualTo("worklist.assign-others");
        assertThat(lead.post(ASSIGN, order("\"p-other\"", report)).status()).isEqualTo(200);
        assertThat(officer.post(ASSIGN, order("\"" + OFFICER + "\"", report)).code())
                .as("it is somebody else's")
                .isEqualTo("worklist.assign-others");

        Api anybody = Api.anybody(port);
        assertThat(anybody.get(DESK).status()).isEqualTo(401);
        for (Api other :
                List.of(anybody.as("hn", "431125-branch", "officer"), anybody.as("gx", "431124-branch", "officer"))) {
            assertThat(other.get(DESK).json().path("assigned").has(report)).isFalse();
        }
        for (Api other : List.of(
                anybody.as("hn", "431124-laboratory", "laboratory"),
                anybody.as("hn", "430000-department", "supervisor"),
                anybody.as("hn", "430000-department", "administrator"))) {
            assertThat(other.get(DESK).status()).isEqualTo(404);
            assertThat(other.post(ASSIGN, order("null", report)).status()).isEqualTo(404);
            assertThat(other.post(DESK + "/views", "{\"name\":\"x\",\"query\":\"\"}")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void a_view_is_kept_for_one_person_under_its_name() {
        String name = "雨后. $养殖 " + UUID.randomUUID().toString().substring(0, 8);
        String view = "{\"name\":\"" + name + "\",\"query\":\"view=%s\"}";
        assertThat(officer.post(DESK + "/views", view.formatted("ours")).status())
                .isEqualTo(200);
        assertThat(officer.post(DESK + "/views", view.formatted("theirs")).status())
                .isEqualTo(200);

        assertThat(queries(officer, name)).containsExactly("view=theirs");
        assertThat(queries(Api.anybody(port).as("hn", "431125-branch", "officer"), name))
                .isEmpty();
        assertThat(officer.post(DESK + "/views", view.formatted("<script>")).status())
                .isEqualTo(400);
        officer.post(DESK + "/views/removal", "{\"name\":\"" + name + "\"}");
        assertThat(queries(officer, name)).isEmpty();
    }

    private static List<String> queries(Api who, String name) {
        return who.get(DESK)
                .json()
                .path("views")
                .valueStream()
                .filter(view -> view.path("name").asString().equals(name))
                .map((JsonNode view) -> view.path("query").asString())
                .toList();
    }
}
