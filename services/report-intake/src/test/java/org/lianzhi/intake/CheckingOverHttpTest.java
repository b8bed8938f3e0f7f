package org.lianzhi.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianzhi.test.Api;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What a bureau established, and what it corrects. */
@IntakeTest
class CheckingOverHttpTest {

    @LocalServerPort
    private int port;

    private Api citizen = Api.anybody(0);
    private Api officer = Api.anybody(0);
    private String report = "";
    private String id = "";
    private String code = "";

    @BeforeEach
    void file() {
        citizen = Api.anybody(port);
        officer = citizen.as("hn", "431129-branch", "officer");
        JsonNode told =
                citizen.post("/api/v1/reports", Bodies.report("Foam again")).json();
        id = told.path("number").asString();
        code = told.path("code").asString();
        report = "/api/v1/reports/" + id;
    }

    private static void done(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private JsonNode status() {
        return citizen.post("/api/v1/tracking", "{\"code\":\"" + code + "\"}").json();
    }

    private static void eventually(BooleanSupplier condition) {
        await().atMost(Duration.ofSeconds(30)).until(condition::getAsBoolean);
    }

    @Test
    void what_was_established_is_told_apart_from_the_reply_and_decides_whether_the_reporter_is_asked() {
        done(officer.post(report + "/acceptance", "{\"sideConfirmed\":true}"));
        done(officer.post(
                report + "/verification", "{\"result\":\"unsubstantiated\",\"words\":\"We measured twice.\"}"));
        assertThat(status().path("verification").asString()).isEqualTo("unsubstantiated");
        assertThat(status().path("reply").isNull()).isTrue();
        assertThat(status().toString()).as("how it was found is for the office").doesNotContain("measured twice");

        done(officer.post(report + "/reply", "{\"text\":\"Nothing was found.\"}"));
        assertThat(status().path("askIfFixed").asBoolean()).isFalse();
        done(officer.post(report + "/verification", "{\"result\":\"partly\",\"words\":\"At night it overflowed.\"}"));
        assertThat(status().path("verification").asString()).isEqualTo("partly");
        assertThat(status().path("askIfFixed").asBoolean()).isTrue();
        assertThat(officer.get(report).json().path("history").toString())
                .contains("We measured twice.", "At night it overflowed.");
    }

    @Test
    void a_correction_shows_on_list_and_page_and_what_was_before_stays_in_the_history() {
        eventually(() -> officer.get("/api/v1/reports?size=200").text().contains(id));
        done(officer.post(
                report + "/correction",
                "{\"what\":\"place\",\"after\":\"431125\",\"reason\":\"The outlet lies in Jiangyong.\"}"));
        done(officer.post(
                report + "/correction", "{\"what\":\"category\",\"after\":\"sewage\",\"reason\":\"No farm there.\"}"));

        JsonNode view = officer.get(report).json();
        assertThat(view.path("line").path("county").asString()).isEqualTo("431125");
        assertThat(view.path("line").path("category").asString()).isEqualTo("sewage");
        assertThat(view.path("history").toString())
                .contains("431129", "431125", "The outlet lies in Jiangyong.", "livestock-wastewater");
        eventually(() -> officer.get("/api/v1/reports?size=200")
                .json()
                .path("items")
                .valueStream()
                .anyMatch(line -> line.path("id").asString().equals(id)
                        && line.path("county").asString().equals("431125")
                        && line.path("category").asString().equals("sewage")));
        assertThat(status().path("category").asString()).isEqualTo("sewage");
        assertThat(status().toString()).doesNotContain("details-corrected");
    }

    @Test
    void an_accepted_matter_is_found_in_the_county_where_it_was_corrected_to() {
        done(officer.post(report + "/acceptance", "{\"sideConfirmed\":true}"));
        done(officer.post(
                report + "/correction",
                "{\"what\":\"place\",\"after\":\"431125\",\"reason\":\"The outlet lies in Jiangyong.\"}"));
        String there = "{\"category\":\"livestock-wastewater\",\"place\":{\"county\":\"431125\"}}";
        eventually(() ->
                !citizen.post("/api/v1/matters", there).json().path("matters").isEmpty());
    }
}
