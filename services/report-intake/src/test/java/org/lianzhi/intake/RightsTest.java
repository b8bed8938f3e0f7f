package org.lianzhi.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.lianzhi.journal.Commands;
import org.lianzhi.model.SupervisionEvent.OfficeDesignated;
import org.lianzhi.test.Api;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may do what: everybody who may not gets the answer for what does not exist. */
@IntakeTest
class RightsTest {

    private final Cases cases;

    @LocalServerPort
    private int port;

    RightsTest(@Autowired Commands commands) {
        this.cases = new Cases(commands);
    }

    private static final List<String> WHO = List.of(
            "nobody",
            "own officer",
            "own lead",
            "neighbour",
            "other side",
            "laboratory",
            "supervisor",
            "other supervisor");

    @Test
    void each_person_gets_what_is_meant_for_them_and_no_more() {
        Api citizen = Api.anybody(port);
        String photo = citizen.upload("/api/v1/uploads", "a.jpg", Bodies.photo())
                .json()
                .path("id")
                .asString();
        String hidden = citizen.upload("/api/v1/uploads", "b.jpg", Bodies.photo())
                .json()
                .path("id")
                .asString();
        String id = citizen.post("/api/v1/reports", Bodies.report("Brown water", photo, hidden))
                .json()
                .path("number")
                .asString();
        Api officer = person("own officer");
        assertThat(officer.post("/api/v1/reports/" + id + "/release", Bodies.release(photo))
                        .status())
                .isEqualTo(200);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> officer.get("/api/v1/released-photos/" + photo).status() == 200);
        String report = "/api/v1/reports/" + id;

        List<List<Integer>> statuses = List.of(
                all(person -> person.get("/api/v1/reports")),
                all(person -> person.get(report)),
                all(person -> person.get(report + "/photos/" + hidden)),
                all(person -> person.post(report + "/opening", "{\"reason\":\"handling\"}")),
                all(person -> person.get(report + "/photos/" + hidden)),
                all(person -> person.get(report + "/photos/" + hidden + "/cover")),
                all(person -> person.get(report + "/photos/" + hidden + "/to-release")),
                all(person -> person.post(report + "/acceptance", "{}")),
                all(person -> person.post(report + "/non-acceptance", "{\"reason\":\"too-vague\"}")),
                all(person -> person.post(report + "/reply", "{\"text\":\"\"}")),
                all(person -> person.post(report + "/release", Bodies.release("no-such-photo"))),
                all(person -> person.post(report + "/review-answer", "{\"outcome\":\"upheld\",\"text\":\"\"}")),
                all(person -> person.post(report + "/question", "{\"reason\":\"place\",\"question\":\"Where?\"}")),
                all(person -> person.get(report + "/similar")),
                all(person -> person.post(report + "/merge", "{\"into\":\"x\",\"reason\":\"same-event\"}")),
                all(person -> person.post(
                        report + "/outcome",
                        "{\"outcome\":\"repeated\",\"reason\":\"answered-before\",\"words\":\"Again\"}")),
                all(person -> person.post(
                        report + "/transfer", "{\"to\":\"431125-branch\",\"reason\":\"place\",\"words\":\"Yours\"}")),
                all(person ->
                        person.post(report + "/transfer/objection", "{\"reason\":\"not-our-area\",\"words\":\"No\"}")),
                all(person -> person.post(
                        report + "/transfer/decision", "{\"to\":\"431125-branch\",\"document\":\"Letter\"}")),
                all(person -> person.post(
                        report + "/correction", "{\"what\":\"place\",\"after\":\"999999\",\"reason\":\"x\"}")),
                all(person -> person.post(report + "/note", "{\"words\":\"\"}")),
                all(person -> person.post(
                        report + "/place", "{\"kind\":\"water\",\"latitude\":95,\"longitude\":1,\"reason\":\"x\"}")),
                all(person -> person.post(report + "/verification", "{\"result\":\"maybe\",\"words\":\"x\"}")),
                all(person -> person.post(report + "/outcome/confirmation", "{}")),
                all(person -> person.post(report + "/outcome/rejection", "{\"words\":\"No\"}")),
                all(person -> person.post(report + "/taking-up", "{\"reason\":\"mistake\"}")),
                all(person -> person.post(report + "/code", "{\"reason\":\"\",\"note\":\"as asked\"}")),
                all(person -> person.get("/api/v1/released-photos/" + photo)),
                all(person -> person.get("/api/v1/released-photos/" + hidden)),
                all(person -> person.get("/api/v1/uploads/" + hidden)),
                all(person -> person.get("/api/v1/reports/no-such-report")));

        assertThat(statuses)
                .containsExactly(
                        //  nobody, officer, lead, neighbour, other side, laboratory, supervisor, other supervisor
                        List.of(404, 200, 200, 200, 200, 404, 404, 404),
                        List.of(401, 200, 200, 404, 404, 404, 404, 404),
                        List.of(401, 422, 422, 404, 404, 404, 404, 404),
                        List.of(401, 200, 200, 404, 404, 404, 404, 404),
                        List.of(401, 200, 200, 404, 404, 404, 404, 404),
                        List.of(401, 200, 200, 404, 404, 404, 404, 404),
                        List.of(401, 200, 200, 404, 404, 404, 404, 404),
                        List.of(401, 422, 422, 404, 404, 404, 404, 404),
                        List.of(401, 422, 422, 404, 404, 404, 404, 404),
                        List.of(401, 422, 422, 404, 404, 404, 404, 404),
                        List.of(401, 422, 422, 404, 404, 404, 404, 404),
                        List.of(401, 422, 422, 404, 404, 404, 404, 404),
                        List.of(401, 422, 422, 404, 404, 404, 404, 404),
                        List.of(401, 200, 200, 404, 404, 404, 404, 404),
                        List.of(401, 422, 422, 404, 404, 404, 404, 404),
                        List.of(401, 422, 422, 404, 404, 404, 404, 404),
                        List.of(401, 422, 422, 404, 404, 404, 404, 404),
                        List.of(401, 422, 422, 404, 404, 404, 404, 404),
                        List.of(401, 422, 422, 404, 404, 404, 404, 404),
                        List.of(401, 422, 422, 404, 404, 404, 404, 404),
                        List.of(401, 422, 422, 404, 404, 404, 404, 404),
                        List.of(401, 422, 422, 404, 404, 404, 404, 404),
                        List.of(401, 422, 422, 404, 404, 404, 404, 404),
                        List.of(401, 422, 422, 404, 404, 404, 404, 404),
                        List.of(401, 422, 422, 404, 404, 404, 404, 404),
                        List.of(401, 422, 422, 404, 404, 404, 404, 404),
                        List.of(401, 422, 422, 404, 404, 404, 404, 404),
                        List.of(401, 200, 200, 404, 200, 404, 200, 200),
                        List.of(401, 404, 404, 404, 404, 404, 404, 404),
                        List.of(405, 405, 405, 405, 405, 405, 405, 405),
                        List.of(401, 404, 404, 404, 404, 404, 404, 404));
        assertThat(person("neighbour").get("/api/v1/reports?view=all").text()).doesNotContain(id);
        assertThat(person("other side").get("/api/v1/reports?view=all").text()).doesNotContain(id);
        assertThat(officer.get("/api/v1/reports?view=all").text()).contains(id);
    }

    @Test
    void an_office_that_was_designated_sees_what_was_released_from_then_on_and_nothing_else_of_the_report() {
        Api citizen = Api.anybody(port);
        String photo = citizen.upload("/api/v1/uploads", "a.jpg", Bodies.photo())
                .json()
                .path("id")
                .asString();
        String id = citizen.post("/api/v1/reports", Bodies.report("Brown water", photo))
                .json()
                .path("number")
                .asString();
        Api officer = person("own officer");
        String released = "/api/v1/released-photos/" + photo;
        assertThat(officer.post("/api/v1/reports/" + id + "/release", Bodies.release(photo))
                        .status())
                .isEqualTo(200);
        await().atMost(Duration.ofSeconds(30)).until(() -> officer.get(released).status() == 200);
        Api neighbour = person("neighbour");
        assertThat(neighbour.get(released).status()).isEqualTo(404);

        String caseId = officer.get("/api/v1/reports?view=all&size=200")
                .json()
                .path("items")
                .valueStream()
                .filter(line -> line.toString().contains(id))
                .findFirst()
                .orElseThrow()
                .path("caseId")
                .asString();
        cases.append(
                "supervision-" + caseId + "@hn",
                new OfficeDesignated("431125-branch", "431129-branch", "Two branches dispute", "Penalties Law, 25"));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> neighbour.get(released).status() == 200);
        assertThat(neighbour.get("/api/v1/reports/" + id).status()).isEqualTo(404);
        assertThat(Api.anybody(port)
                        .as("gx", "431125-branch", "officer")
                        .get(released)
                        .status())
                .isEqualTo(404);
    }

    private List<Integer> all(Function<Api, Api.Answer> request) {
        Map<String, Integer> statuses = new LinkedHashMap<>();
        WHO.forEach(who -> statuses.put(who, request.apply(person(who)).status()));
        return new ArrayList<>(statuses.values());
    }

    private Api person(String who) {
        Api anybody = Api.anybody(port);
        return switch (who) {
            case "own officer" -> anybody.as("hn", "431129-branch", "officer");
            case "own lead" -> anybody.as("hn", "431129-branch", "lead");
            case "neighbour" -> anybody.as("hn", "431125-branch", "officer");
            case "other side" -> anybody.as("gx", "451123-branch", "officer");
            case "laboratory" -> anybody.as("hn", "431129-laboratory", "laboratory");
            case "supervisor" -> anybody.as("hn", "430000-department", "supervisor");
            case "other supervisor" -> anybody.as("gx", "450000-department", "supervisor");
            default -> anybody;
        };
    }
}
