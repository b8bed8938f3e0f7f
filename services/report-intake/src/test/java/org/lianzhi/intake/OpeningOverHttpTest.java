package org.lianzhi.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianzhi.intake.domain.OpeningRules.Why;
import org.lianzhi.intake.vault.Openings;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.Role;
import org.lianzhi.model.Side;
import org.lianzhi.test.Api;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What a reporter said and showed is opened for a reason, which the supervisors read. */
@IntakeTest
class OpeningOverHttpTest {

    private static final String SEALED = "report.opening-reason-missing";

    @LocalServerPort
    private int port;

    @Autowired
    private Openings openings;

    @Autowired
    private Clock clock;

    private Api officer = Api.anybody(0);
    private Api lead = Api.anybody(0);
    private Api supervisor = Api.anybody(0);
    private String id = "";
    private String report = "";
    private String photo = "";

    @BeforeEach
    void aReportWithAPhoto() {
        Api anybody = Api.anybody(port);
        officer = anybody.as("hn", "431129-branch", "officer");
        lead = anybody.as("hn", "431129-branch", "lead", "p-lead");
        supervisor = anybody.as("hn", "430000-department", "supervisor");
        photo = anybody.upload("/api/v1/uploads", "a.jpg", Bodies.photo())
                .json()
                .path("id")
                .asString();
        id = anybody.post("/api/v1/reports", Bodies.report("Brown water", photo))
                .json()
                .path("number")
                .asString();
        report = "/api/v1/reports/" + id;
    }

    private List<JsonNode> looks() {
        return StreamSupport.stream(
                        supervisor
                                .get("/api/v1/access-log?office=431129-branch&size=1000")
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .filter(item -> item.path("report").asString().equals(id))
                .toList();
    }

    @Test
    void without_a_reason_the_record_is_shown_and_nothing_of_the_vault_and_nobody_has_looked() {
        JsonNode view = officer.get(report).json();
        assertThat(view.path("opened").isNull()).isTrue();
        assertThat(view.path("line").path("category").asString()).isEqualTo("livestock-wastewater");
        assertThat(view.path("line").path("photos").asInt()).isEqualTo(1);
        assertThat(view.path("history").size()).isEqualTo(1);
        assertThat(view.toString()).doesNotContain("Brown water", "the pig farm", "24.95", photo);
        for (String part : List.of(
                "/photos/" + photo,
                "/photos/" + photo + "/cover",
                "/photos/" + photo + "/to-release",
                "/originals/" + photo)) {
            Api.Answer refused = officer.get(report + part);
            assertThat(refused.status()).as(part).isEqualTo(422);
            assertThat(refused.code()).as(part).isEqualTo(SEALED);
        }
        assertThat(officer.post(report + "/photos/" + photo + "/cover", "{\"boxes\":[]}")
                        .code())
                .isEqualTo(SEALED);
        assertThat(officer.post(report + "/opening", "{}").code()).isEqualTo(SEALED);
        assertThat(officer.post(report + "/opening", "{\"reason\":\"curious\"}").code())
                .isEqualTo("report.opening-reason-unknown");
        assertThat(looks()).isEmpty();
    }

    @Test
    void a_reason_is_given_once_and_stands_beside_each_look_of_that_person_alone() {
        String why = "{\"reason\":\"other\",\"words\":\"The court wants to know\"}";
        JsonNode opened = officer.post(report + "/opening", why).json();
        assertThat(opened.path("description").asString()).isEqualTo("Brown water");
        assertThat(opened.path("opened").path("reason").asString()).isEqualTo("other");
        assertThat(opened.path("opened").path("until").asString()).isNotEmpty();
        assertThat(officer.get(report).json().path("description").asString()).isEqualTo("Brown water");
        assertThat(officer.get(report + "/photos/" + photo).status()).isEqualTo(200);

        assertThat(officer.get(report + "?contents=false").json().path("opened").isNull())
                .as("who wants nothing of the vault has not looked")
                .isTrue();
        assertThat(looks()).hasSize(3).allSatisfy(look -> {
            assertThat(look.path("code").asString()).isEqualTo("other");
            assertThat(look.path("reason").asString()).isEqualTo("The court wants to know");
        });
        assertThat(lead.get(report).json().path("description").isNull())
                .as("the lead is another person")
                .isTrue();
    }

    @Test
    void a_reason_is_asked_for_again_when_it_holds_no_longer() {
        Bodies.opened(officer, report);
        openings.keep(
                new SignedIn(new Side("hn"), "431129-branch", Set.of(Role.OFFICER), "p-431129-branch"),
                StreamId.parse("report-" + id + "@hn"),
                new Why("handling", null),
                clock.instant());

        assertThat(officer.get(report).json().path("opened").isNull()).isTrue();
        assertThat(officer.get(report + "/photos/" + photo).code()).isEqualTo(SEALED);
    }

    @Test
    void what_is_on_ones_own_desk_is_opened_for_that_reason_without_a_question() {
        assertThat(lead.post(
                                "/api/v1/desk/assignments",
                                "{\"matters\":[\"report-" + id + "\"],\"person\":\"p-431129-branch\"}")
                        .status())
                .isEqualTo(200);

        JsonNode view = officer.get(report).json();
        assertThat(view.path("description").asString()).isEqualTo("Brown water");
        assertThat(view.path("opened").path("reason").asString()).isEqualTo("on-the-desk");
        assertThat(view.path("opened").path("until").isNull()).isTrue();
        assertThat(looks())
                .singleElement()
                .satisfies(look -> assertThat(look.path("code").asString()).isEqualTo("on-the-desk"));

        lead.post("/api/v1/desk/assignments", "{\"matters\":[\"report-" + id + "\"],\"person\":\"somebody-else\"}");
        assertThat(officer.get(report).json().path("opened").isNull()).isTrue();
        assertThat(officer.get(report + "/photos/" + photo).code()).isEqualTo(SEALED);
    }
}
