package org.lianzhi.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianzhi.intake.report.Reports;
import org.lianzhi.intake.tracking.Contradicting;
import org.lianzhi.journal.Commit;
import org.lianzhi.journal.IncomingEvent;
import org.lianzhi.journal.Journal;
import org.lianzhi.journal.StreamId;
import org.lianzhi.model.Side;
import org.lianzhi.test.Api;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What a bureau finds beside accepting a report or not, and what the reporter sees of it. */
@IntakeTest
class OutcomesOverHttpTest {

    private static final String REPORTS = "/api/v1/reports/";

    private final Journal journal;
    private final Contradicting contradicting;

    @LocalServerPort
    private int port;

    private Api citizen = Api.anybody(0);
    private Api officer = Api.anybody(0);
    private Api colleague = Api.anybody(0);

    OutcomesOverHttpTest(@Autowired Journal journal, @Autowired Contradicting contradicting) {
        this.journal = journal;
        this.contradicting = contradicting;
    }

    @BeforeEach
    void people() {
        citizen = Api.anybody(port);
        officer = citizen.as("hn", "431129-branch", "officer");
        colleague = citizen.as("hn", "431129-branch", "officer", "p-colleague");
    }

    /** A report as the citizen is told of it. */
    private record Filed(String id, String code) {}

    private Filed file(String description) {
        JsonNode told =
                citizen.post("/api/v1/reports", Bodies.report(description)).json();
        return new Filed(told.path("number").asString(), told.path("code").asString());
    }

    private JsonNode status(Filed report) {
        return citizen.post("/api/v1/tracking", "{\"code\":\"" + report.code() + "\"}")
                .json();
    }

    private void done(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private JsonNode view(Filed report) {
        return officer.get(REPORTS + report.id()).json();
    }

    private void awaitListed(Filed report, String view) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> officer.get("/api/v1/reports?size=200&view=" + view)
                        .text()
                        .contains(report.id()));
    }

    private void awaitNotListed(Filed report) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !officer.get("/api/v1/reports?size=200").text().contains(report.id()));
    }

    @Test
    void what_is_missing_is_asked_on_the_status_page_and_the_answer_brings_the_report_back() {
        Filed report = file("It smells");
        awaitListed(report, "open");
        String key = UUID.randomUUID().toString();
        String question = "{\"reason\":\"place\",\"question\":\"Where does it flow out?\"}";
        Api.Answer asked = officer.post(REPORTS + report.id() + "/question", key, question);
        done(asked);
        assertThat(officer.post(REPORTS + report.id() + "/question", key, question)
                        .json()
                        .path("version")
                        .asLong())
                .as("sent again, nothing more is written")
                .isEqualTo(asked.json().path("version").asLong());

        awaitNotListed(report);
        JsonNode status = status(report);
        assertThat(status.path("state").asString()).isEqualTo("returned");
        assertThat(status.path("asked").path("question").asString()).isEqualTo("Where does it flow out?");
        assertThat(status.path("asked").path("answerBy").asString()).isNotEmpty();
        assertThat(view(report).path("asked").path("reason").asString()).isEqualTo("place");

        done(citizen.post(
                "/api/v1/tracking/additions", "{\"code\":\"" + report.code() + "\",\"words\":\"Behind the school\"}"));
        awaitListed(report, "open");
        assertThat(status(report).path("state").asString()).isEqualTo("received");
        assertThat(view(report).path("history").toString())
                .contains("Where does it flow out?")
                .doesNotContain("Behind the school");
    }

    @Test
    void a_merged_report_keeps_its_number_and_its_reporter_sees_where_it_goes_on_and_nothing_of_the_other() {
        Filed first = file("Black water in the reservoir");
        Filed second = file("There is black water in the reservoir");
        awaitListed(first, "open");
        awaitListed(second, "open");
        JsonNode similar = officer.get(REPORTS + second.id() + "/similar").json();
        assertThat(similar.toString()).contains("category", "place", "source", "time", "near");
        assertThat(similar.valueStream()
                        .filter(other -> other.path("id").asString().equals(first.id()))
                        .toList()
                        .toString())
                .contains("words")
                .doesNotContain("reservoir");
        assertThat(similar.valueStream().map(other -> other.path("id").asString()))
                .doesNotContain(second.id());

        done(officer.post(
                REPORTS + second.id() + "/merge", "{\"into\":\"" + first.id() + "\",\"reason\":\"same-event\"}"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> view(first).path("mergedHere").toString().contains(second.id()));
        assertThat(view(second).path("mergedInto").asString()).isEqualTo(first.id());
        done(officer.post(REPORTS + first.id() + "/acceptance", "{\"sideConfirmed\":true}"));
        done(officer.post(REPORTS + first.id() + "/reply", "{\"text\":\"The pipe was closed.\"}"));

        JsonNode status = status(second);
        assertThat(status.path("report").asString()).isEqualTo(second.id());
        assertThat(status.path("state").asString()).isEqualTo("merged");
        JsonNode goingOn = status.path("goingOn");
        assertThat(goingOn.path("state").asString()).isEqualTo("accepted");
        assertThat(goingOn.path("reply").path("text").asString()).isEqualTo("The pipe was closed.");
        assertThat(status.toString())
                .as("nothing by which the other report or its reporter could be known")
                .doesNotContain(
                        first.id(), "Black water", status(first).path("filedAt").asString());

        done(officer.post(REPORTS + second.id() + "/taking-up", "{\"reason\":\"mistake\"}"));
        awaitListed(second, "open");
        assertThat(status(second).path("goingOn").isNull()).isTrue();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !view(first).path("mergedHere").toString().contains(second.id()));
    }

    private void merged(Filed report, Filed into) {
        done(officer.post(
                REPORTS + report.id() + "/merge", "{\"into\":\"" + into.id() + "\",\"reason\":\"same-event\"}"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> view(into).path("mergedHere").toString().contains(report.id()));
    }

    @Test
    void what_others_go_on_in_is_not_dismissed_and_goes_on_elsewhere_with_them_where_an_officer_says_so() {
        Filed first = file("Oil on the reservoir");
        Filed second = file("There is oil on the reservoir");
        Filed third = file("The reservoir shines");
        merged(third, second);
        merged(second, first, true);

        Api.Answer refused = officer.post(REPORTS + first.id() + "/non-acceptance", "{\"reason\":\"too-vague\"}");
        assertThat(refused.code()).isEqualTo("report.others-go-on");
        assertThat(refused.json().path("arguments").path(0).asInt())
                .as("how many, and not who")
                .isEqualTo(2);
        assertThat(refused.text()).doesNotContain(second.id(), third.id());
        String madeUp = "{\"outcome\":\"fabricated\",\"reason\":\"refuted-on-site\",\"words\":\"No oil there.\"}";
        assertThat(officer.post(REPORTS + first.id() + "/outcome", madeUp).code())
                .isEqualTo("report.others-go-on");

        done(officer.post(REPORTS + second.id() + "/taking-up", "{\"reason\":\"mistake\"}"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> view(first).path("mergedHere").isEmpty());
        done(officer.post(REPORTS + first.id() + "/non-acceptance", "{\"reason\":\"too-vague\"}"));
        assertThat(status(third).path("goingOn").path("state").asString())
                .as("it goes on in the second, which is open again")
                .isEqualTo("received");
    }

    private void merged(Filed report, Filed into, boolean othersCome) {
        String body = "{\"into\":\"" + into.id() + "\",\"reason\":\"same-event\",\"othersCome\":" + othersCome + "}";
        assertThat(officer.post(REPORTS + report.id() + "/merge", body.replace("true", "false"))
                        .code())
                .isEqualTo("report.merge.others-come");
        done(officer.post(REPORTS + report.id() + "/merge", body));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> view(into).path("mergedHere").toString().contains(report.id()));
    }

    @Test
    void the_reporter_of_a_merged_report_is_asked_too_and_contradicts_without_anybody_learning_of_anybody() {
        Filed first = file("Foam at the weir");
        Filed second = file("There is foam at the weir");
        merged(second, first);
        done(officer.post(REPORTS + first.id() + "/acceptance", "{\"sideConfirmed\":true}"));
        assertThat(answer(second, false, "x").code()).isEqualTo("report.fix-not-asked");
        done(officer.post(REPORTS + first.id() + "/reply", "{\"text\":\"The pipe was closed.\"}"));
        assertThat(status(second).path("askIfFixed").asBoolean()).isTrue();
        awaitNotListed(first);

        done(answer(second, false, "Still white in the morning"));
        assertThat(status(second).path("answered").asString()).isEqualTo("contested");
        assertThat(status(second).path("askIfFixed").asBoolean()).isFalse();
        awaitListed(first, "open");
        assertThat(status(first).path("askIfFixed").asBoolean()).isTrue();
        assertThat(status(first).path("answered").isNull()).isTrue();
        assertThat(status(first).toString()).doesNotContain("fix-contested", "Still white", second.id());
        assertThat(Bodies.opened(officer, REPORTS + second.id()).path("answers").toString())
                .contains("Still white in the morning");

        done(answer(first, true, ""));
        assertThat(status(first).path("answered").asString()).isEqualTo("confirmed");
        assertThat(status(second).path("answered").asString()).isEqualTo("contested");
        done(officer.post(REPORTS + first.id() + "/reply", "{\"text\":\"We closed it again.\"}"));
        assertThat(status(second).path("askIfFixed").asBoolean())
                .as("asked anew about the new end")
                .isTrue();
    }

    @Test
    void a_contradiction_that_comes_again_says_nothing_of_where_the_report_goes_on_by_now() {
        Filed first = file("Scum at the lock");
        Filed second = file("There is scum at the lock");
        merged(second, first);
        done(officer.post(REPORTS + first.id() + "/acceptance", "{\"sideConfirmed\":true}"));
        done(officer.post(REPORTS + first.id() + "/reply", "{\"text\":\"The lock was cleaned.\"}"));
        done(answer(second, false, "No, it was not"));
        awaitListed(first, "open");
        done(officer.post(REPORTS + second.id() + "/taking-up", "{\"reason\":\"mistake\"}"));
        awaitListed(second, "open");
        Filed third = file("Scum at the other lock");
        merged(second, third);
        done(officer.post(REPORTS + third.id() + "/acceptance", "{\"sideConfirmed\":true}"));
        done(officer.post(REPORTS + third.id() + "/reply", "{\"text\":\"That one was cleaned, too.\"}"));
        long firstHas = journal.load(stream(first)).version();
        long thirdHas = journal.load(stream(third)).version();

        contradicting.on(contested(second));

        assertThat(journal.load(stream(first)).version()).isEqualTo(firstHas);
        assertThat(journal.load(stream(third)).version()).isEqualTo(thirdHas);
    }

    private static StreamId stream(Filed report) {
        return Reports.stream(report.id(), new Side("hn"));
    }

    /** The event with which the reporter contradicted, as a consumer meets it. */
    private IncomingEvent contested(Filed report) {
        Commit commit = journal.load(stream(report)).commits().stream()
                .filter(each -> each.events().getFirst().type().equals("report.fix-contested.v1"))
                .findFirst()
                .orElseThrow();
        return new IncomingEvent(
                commit.eventId(0),
                "report.fix-contested.v1",
                commit.stream(),
                commit.version(),
                0,
                commit.events().size(),
                commit.appendedAt(),
                commit.commitId(),
                commit.causationId(),
                commit.actor(),
                commit.seen(),
                commit.previousHash(),
                commit.hash(),
                commit.events().getFirst().json().getBytes(StandardCharsets.UTF_8));
    }

    private Api.Answer answer(Filed report, boolean fixed, String words) {
        return citizen.post(
                "/api/v1/tracking/answer",
                "{\"code\":\"" + report.code() + "\",\"fixed\":" + fixed + ",\"words\":\"" + words + "\"}");
    }

    @Test
    void a_report_goes_on_only_in_one_of_the_same_bureau() {
        Filed report = file("Brown foam");
        String elsewhere = citizen.post(
                        "/api/v1/reports",
                        Bodies.report("Somewhere else")
                                .replaceFirst("(\"affectedWater\": )\\{[^}]*}", "$1{\"county\": \"431125\"}"))
                .json()
                .path("number")
                .asString();
        assertThat(merge(report, elsewhere)).isEqualTo("report.merge.unknown");
        assertThat(merge(report, "no-such-report")).isEqualTo("report.merge.unknown");
        assertThat(merge(report, report.id())).isEqualTo("report.merge.itself");
        Filed refused = file("It is loud");
        done(officer.post(REPORTS + refused.id() + "/non-acceptance", "{\"reason\":\"too-vague\"}"));
        assertThat(merge(report, refused.id())).isEqualTo("report.merge.not-going-on");
    }

    private String merge(Filed report, String into) {
        return officer.post(REPORTS + report.id() + "/merge", "{\"into\":\"" + into + "\",\"reason\":\"same-event\"}")
                .code();
    }

    @Test
    void two_officers_dismiss_a_report_and_the_reporter_contests_it_on_the_status_page() {
        Filed report = file("A dragon drinks the water");
        String proposal = "{\"outcome\":\"fabricated\",\"reason\":\"refuted-on-site\",\"words\":\"No dragon there.\"}";
        done(officer.post(REPORTS + report.id() + "/outcome", proposal));
        assertThat(view(report).path("proposal").path("own").asBoolean()).isTrue();
        assertThat(status(report).toString())
                .as("what is only proposed is none of the reporter's worries")
                .contains("\"state\":\"received\"")
                .doesNotContain("dragon there", "fabricated", "outcome-proposed");
        assertThat(officer.post(REPORTS + report.id() + "/outcome/confirmation", "{}")
                        .code())
                .isEqualTo("report.second-officer-needed");
        done(colleague.post(REPORTS + report.id() + "/outcome/confirmation", "{}"));

        JsonNode status = status(report);
        assertThat(status.path("state").asString()).isEqualTo("fabricated");
        assertThat(status.path("dismissal").path("words").asString()).isEqualTo("No dragon there.");
        awaitNotListed(report);
        String key = UUID.randomUUID().toString();
        String contest = "{\"code\":\"" + report.code() + "\",\"words\":\"I have a photo\"}";
        assertThat(citizen.post("/api/v1/tracking/contest", "{\"code\":\"" + report.code() + "\"}")
                        .code())
                .isEqualTo("report.contest-words-missing");
        done(citizen.post("/api/v1/tracking/contest", key, contest));
        done(citizen.post("/api/v1/tracking/contest", key, contest));
        awaitListed(report, "open");
        assertThat(status(report).path("state").asString()).isEqualTo("received");
        assertThat(Bodies.opened(officer, REPORTS + report.id()).path("said").toString())
                .contains("I have a photo");
    }
}
