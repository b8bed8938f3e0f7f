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
    void a_note_is_for_the_own_office_alone_and_sealed_with_the_report() {
        String note = "{\"words\":\"She is at home after six\"}";
        Api.Answer noted = officer.post(report + "/note", "key-of-the-note-" + id, note);
        assertThat(noted.status()).as(noted.text()).isEqualTo(200);
        assertThat(officer.post(report + "/note", "key-of-the-note-" + id, note)
                        .json()
                        .path("repeated")
                        .asBoolean())
                .isTrue();
        assertThat(officer.post(report + "/note", "{\"words\":\" \"}").code()).isEqualTo("report.words-missing");

        assertThat(officer.get(report).text()).contains("\"noted\"").doesNotContain("after six");
        assertThat(Bodies.opened(officer, report).path("history").toString()).contains("She is at home after six");
        assertThat(status().toString()).doesNotContain("after six", "noted");
    }

    private String pin(double latitude, double longitude, String more) {
        return "{\"kind\":\"water\",\"latitude\":" + latitude + ",\"longitude\":" + longitude
                + ",\"reason\":\"We were there.\"" + more + "}";
    }

    @Test
    void a_pin_is_moved_by_whoever_has_seen_it_and_everything_is_computed_anew_from_where_it_lies() {
        assertThat(officer.post(report + "/place", pin(25.16, 111.50, "")).code())
                .isEqualTo("report.opening-reason-missing");
        JsonNode before = Bodies.opened(officer, report);
        assertThat(before.path("line").path("inBorderZone").asBoolean()).isTrue();
        assertThat(officer.post(report + "/place", pin(24.95, 111.45, ",\"accuracyM\":20"))
                        .code())
                .isEqualTo("report.correction-same");
        assertThat(officer.post(report + "/place", pin(95, 111.45, "")).code()).isEqualTo("report.pin-wrong");
        assertThat(officer.post(report + "/place", pin(25.16, 111.50, "").replace("water", "outlet"))
                        .code())
                .as("nobody said where it flows out")
                .isEqualTo("report.correction-unknown");

        String moved = pin(25.16, 111.50, ",\"datum\":\"GCJ-02\"");
        Api.Answer done = officer.post(report + "/place", "key-of-the-pin-" + id, moved, "If-Match", "\"1\"");
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        Api.Answer again = officer.post(report + "/place", "key-of-the-pin-" + id, moved, "If-Match", "\"1\"");
        assertThat(again.json().path("version").asLong()).isEqualTo(2);
        assertThat(again.json().path("repeated").asBoolean()).isTrue();

        JsonNode view = officer.get(report).json();
        JsonNode water = view.path("affectedWater");
        assertThat(water.path("givenDatum").asString()).isEqualTo("GCJ-02");
        assertThat(water.path("lat").asDouble()).isBetween(25.161, 25.164);
        assertThat(water.path("distanceToBorderM").asLong())
                .isNotEqualTo(
                        before.path("affectedWater").path("distanceToBorderM").asLong());
        assertThat(view.path("line").path("inBorderZone").asBoolean()).isFalse();
        assertThat(view.path("guard").path("places").path(0).path("why").asString())
                .isEqualTo("inside");
        JsonNode event = view.path("history").path(1);
        assertThat(event.path("words").asString()).isEqualTo("We were there.");
        assertThat(event.path("shift").path("fromLat").asDouble()).isEqualTo(24.95);
        eventually(() -> officer.get("/api/v1/reports?size=200")
                .json()
                .path("items")
                .valueStream()
                .anyMatch(line -> line.path("id").asString().equals(id)
                        && !line.path("inBorderZone").asBoolean()));
        assertThat(status().toString()).doesNotContain("place-corrected", "25.16");
        JsonNode sealed =
                citizen.as("hn", "431129-branch", "lead", "p-lead").get(report).json();
        assertThat(sealed.toString()).contains("We were there.").doesNotContain("25.16", "24.95");
    }

    @Test
    void what_was_accepted_is_said_anew_to_lie_on_the_own_side_where_its_pin_comes_near_the_line() {
        Bodies.opened(officer, report);
        done(officer.post(report + "/acceptance", "{\"sideConfirmed\":true}"));

        Api.Answer refused = officer.post(report + "/place", pin(24.951, 111.451, ""));
        assertThat(refused.code()).isEqualTo("report.side-unconfirmed");
        assertThat(officer.get(report).json().path("affectedWater").path("lat").asDouble())
                .isEqualTo(24.95);
        done(officer.post(report + "/place", pin(24.951, 111.451, ",\"sideConfirmed\":true")));
        assertThat(officer.get(report).json().path("affectedWater").path("lat").asDouble())
                .isEqualTo(24.951);
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
