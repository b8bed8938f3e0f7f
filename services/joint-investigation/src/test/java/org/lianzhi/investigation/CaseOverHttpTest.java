package org.lianzhi.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianzhi.journal.Draft;
import org.lianzhi.journal.EventData;
import org.lianzhi.journal.Journal;
import org.lianzhi.journal.StreamId;
import org.lianzhi.test.Api;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** From the event of an accepted report to both records closed, over HTTP, on a real broker and store. */
@InvestigationTest
class CaseOverHttpTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PublishedReports reports;
    private final Journal journal;
    private final TestClock clock;

    @LocalServerPort
    private int port;

    private Api anybody = Api.anybody(0);

    CaseOverHttpTest(@Autowired PublishedReports reports, @Autowired Journal journal, @Autowired TestClock clock) {
        this.reports = reports;
        this.journal = journal;
        this.clock = clock;
    }

    @BeforeEach
    void people() {
        anybody = Api.anybody(port);
    }

    @Test
    void a_case_goes_from_the_accepted_report_to_both_records_closed_and_open_again() throws IOException {
        PublishedReports.Accepted report = reports.accept();
        Bureau jianghua = Bureau.jianghua(anybody, report.caseId());
        Bureau fuchuan = Bureau.fuchuan(anybody, report.caseId());
        untilJoined(jianghua);
        assertThat(jianghua.page().path("state").asString()).isEqualTo("acknowledging");
        jianghua.does(
                "/emergency-measures",
                "{'kind':'block-outlet','place':{'name':'outlet'},'takenAt':'%s','account':'Blocked with sandbags'}"
                        .formatted(Instant.now()));
        String letter = jianghua.does("/letters", "{'addressee':'water','number':'1','text':'Stop using the water'}");
        JsonNode emergency = fuchuan.page().path("emergency");
        assertThat(emergency.path("measures").path(0).path("kind").asString()).isEqualTo("block-outlet");
        assertThat(emergency.path("letters").path(0).path("dueAt").asString()).isNotEmpty();
        assertThat(acts(jianghua.page())).contains("record-reply");
        jianghua.does("/letters/" + letter + "/reply", "{'answeredOn':'2024-08-01','account':'It is done'}");
        jianghua.acknowledge();
        fuchuan.acknowledge();

        String visit = jianghua.proposeVisit();
        assertThat(acts(jianghua.page())).containsExactly("answer-inspection");
        fuchuan.does(
                "/inspections/" + visit + "/acceptance",
                "{'digest':'%s'}".formatted(fuchuan.digestOf("inspections", visit)));
        Api.Answer photo = jianghua.api().upload("/api/v1/photos", "IMG_1.jpg", photo());
        assertThat(photo.status()).as(photo.text()).isEqualTo(201);
        String photoId = photo.json().path("id").asString();
        jianghua.recordVisit(visit, "attending", photoId);
        fuchuan.recordVisit(visit, "enforcing", "");
        String shown = "/api/v1/photos/" + photoId + "?case=" + report.caseId();
        assertThat(fuchuan.api().get(shown).header("Content-Type")).isEqualTo("image/jpeg");

        String ours = jianghua.takeSample("A-1");
        String theirs = fuchuan.takeSample("B-1");
        jianghua.analyse(anybody.as("hn", "431129-laboratory", "laboratory"), ours, "431129-laboratory", "A-1");
        fuchuan.analyse(anybody.as("gx", "451123-laboratory", "laboratory"), theirs, "451123-laboratory", "B-1");
        JsonNode results = Bureau.find(fuchuan.page().path("samples"), ours).path("results");
        assertThat(results.path("standard").asString()).isEqualTo("GB 18596-2001");
        assertThat(results.path("indicative").asBoolean()).isTrue();
        assertThat(results.path("caveat").asString()).isEqualTo("grab-against-daily-mean");
        assertThat(results.path("results").path(0).path("verdict").asString()).isEqualTo("exceeded");

        String finding = jianghua.proposeFinding(visit);
        fuchuan.does(
                "/findings/" + finding + "/confirmation",
                "{'digest':'%s'}".formatted(fuchuan.digestOf("findings", finding)));
        JsonNode agreed = Bureau.find(jianghua.page().path("findings"), finding);
        assertThat(agreed.path("state").asString()).isEqualTo("agreed");
        assertThat(agreed.path("allegedCause").asString()).isEqualTo("deliberate discharge");
        assertThat(acts(jianghua.page())).containsExactly("order");

        String order = fuchuan.does(
                "/orders",
                "{'addressee':'the farm','legalBasis':'article 39','measures':[{'description':'Prevent the"
                        + " overflow','dueOn':'2024-07-30'}]}");
        String more = "/orders/" + order + "/measures/m1/extension";
        String later = "{'dueOn':'2024-08-10','reasons':'It rains without end.'}";
        assertThat(fuchuan.ask(more, later).code()).as("an officer").isEqualTo("case.head-only");
        new Bureau(anybody.as("gx", "451123-branch", "lead"), "gx", "451123-branch", report.caseId()).does(more, later);
        JsonNode measure = Bureau.find(jianghua.page().path("orders"), order)
                .path("measures")
                .path(0);
        assertThat(measure.path("dueOn").asString()).isEqualTo("2024-08-10");
        assertThat(measure.path("extensions").path(0).path("reasons").asString())
                .isEqualTo("It rains without end.");
        fuchuan.does(
                "/orders/" + order + "/measures/m1/done",
                "{'account':'A wall was built','doneOn':'2024-07-29','photos':[]}");
        fuchuan.verify(order, "enforcing");
        jianghua.verify(order, "attending");
        assertThat(jianghua.page().path("state").asString()).isEqualTo("signing");

        jianghua.sign();
        assertThat(jianghua.ask("/orders", "{'addressee':'x y','legalBasis':'z z','measures':[]}")
                        .code())
                .isEqualTo("case.closure.signed");
        fuchuan.sign();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                jianghua.page().path("closure").path("closedAt").propertyNames())
                        .containsExactlyInAnyOrder("hn", "gx"));
        assertThat(fuchuan.page().path("state").asString()).isEqualTo("closed");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(acts(fuchuan.page())).containsExactly("after-check"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(list(fuchuan, "closed")).contains(report.caseId()));

        jianghua.does("/heavy-rain", "{'cameAt':'%s','account':'Seen in town'}".formatted(clock.instant()));
        assertThat(acts(fuchuan.page())).containsExactly("after-check", "after-check");
        String exempt = "{'kind':'first-offence-exemption','number':'1','decidedOn':'2024-08-01','bases':['%s'],"
                + "'conditions':['slight','first','corrected','no-or-slight-harm'],'reasons':'The first time'}";
        Bureau head = new Bureau(anybody.as("gx", "451123-branch", "lead"), "gx", "451123-branch", report.caseId());
        assertThat(fuchuan.ask("/dispositions", exempt.formatted("app-33")).code())
                .isEqualTo("case.head-only");
        assertThat(head.ask("/dispositions", exempt.formatted("hn-notice-and-commitment"))
                        .code())
                .as("a list of the other province")
                .isEqualTo("case.disposition.basis-unknown");
        head.does("/dispositions", exempt.formatted("app-33"));
        JsonNode decided = jianghua.page().path("dispositions").path("gx");
        assertThat(decided.path("kind").asString()).isEqualTo("first-offence-exemption");
        assertThat(decided.path("bases").path(0).path("version").asString()).isEqualTo("2021");
        assertThat(decided.path("periodMonths").asInt()).isEqualTo(12);
        fuchuan.looksAgain(order, clock.instant(), "");
        assertThat(acts(fuchuan.page())).isEmpty();
        assertThat(fuchuan.page().path("state").asString()).isEqualTo("closed");
        JsonNode afterCheck = Bureau.find(jianghua.page().path("orders"), order).path("afterCheck");
        assertThat(afterCheck.path("rain").path("side").asString()).isEqualTo("hn");
        assertThat(afterCheck.path("checks").path(0).path("inspectors").asInt()).isEqualTo(2);

        reports.contest(report);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(jianghua.page().path("epoch").asInt()).isEqualTo(2));
        assertThat(acts(jianghua.page())).containsExactly("verify-measure", "verify-measure");
        fuchuan.verify(order, "enforcing");
        jianghua.verify(order, "attending");
        jianghua.sign();
        fuchuan.sign();
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(jianghua.page().path("state").asString()).isEqualTo("closed"));
        fuchuan.looksAgain(order, clock.instant(), "'m1'");
        JsonNode open = jianghua.page();
        assertThat(open.path("epoch").asInt()).isEqualTo(3);
        assertThat(acts(open)).contains("measure-done");
        assertThat(Bureau.find(open.path("orders"), order)
                        .path("measures")
                        .path(0)
                        .path("answers")
                        .path("gx")
                        .path("answer")
                        .asString())
                .isEqualTo("sham");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(list(fuchuan, "mine")).contains(report.caseId()));
    }

    @Test
    void cases_of_one_source_are_proposed_and_linked_in_the_own_record_of_each() {
        Bureau jianghua = opened();
        Bureau other = opened();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(list(jianghua, "ours")).contains(other.caseId()));
        JsonNode proposed = Bureau.find(
                jianghua.api()
                        .get("/api/v1/cases/" + jianghua.caseId() + "/link-candidates")
                        .json()
                        .path("items"),
                other.caseId());
        assertThat(Bureau.texts(proposed.path("same"))).containsExactly("source", "water");

        String link = "{'other':'%s','kind':'same-source','reason':'The same outlet'}";
        assertThat(jianghua.ask("/links", link.formatted("nowhere")).code()).isEqualTo("case.link.unknown");
        assertThat(jianghua.ask("/links", link.formatted("no where")).code()).isEqualTo("case.link.unknown");
        jianghua.does("/links", link.formatted(other.caseId()));
        assertThat(linked(Bureau.fuchuan(anybody, jianghua.caseId()))).containsExactly("hn " + other.caseId());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(linked(other)).containsExactly("hn " + jianghua.caseId()));
        assertThat(Bureau.stream(jianghua.api()
                                .get("/api/v1/cases/" + jianghua.caseId() + "/link-candidates")
                                .json()
                                .path("items"))
                        .map(item -> item.path("id").asString()))
                .doesNotContain(other.caseId());
        String undoing = "{'reason':'Another outlet after all'}";
        assertThat(Bureau.fuchuan(anybody, jianghua.caseId())
                        .ask("/links/" + other.caseId() + "/undoing", undoing)
                        .code())
                .isEqualTo("case.link.not-linked");
        other.does("/links/" + jianghua.caseId() + "/undoing", undoing);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(undone(jianghua)).containsExactly("Another outlet after all"));
        jianghua.does("/links", link.formatted(other.caseId()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(undone(other)).containsExactly("Another outlet after all", ""));
        assertThat(undone(jianghua)).containsExactly("Another outlet after all", "");

        Api department = anybody.as("hn", "430000-department", "supervisor");
        assertThat(department
                        .get("/api/v1/cases/" + jianghua.caseId() + "/link-candidates")
                        .status())
                .isEqualTo(404);

        jianghua.does("/comments", "{'text':'Please call before you come'}");
        assertThat(Bureau.fuchuan(anybody, jianghua.caseId())
                        .page()
                        .path("context")
                        .path("comments")
                        .path(0)
                        .path("text")
                        .asString())
                .isEqualTo("Please call before you come");
    }

    /** For each link why it was taken back; empty where it holds. */
    private static List<String> undone(Bureau bureau) {
        return Bureau.stream(bureau.page().path("context").path("links"))
                .map(link -> link.path("undone").path("reason").asString(""))
                .toList();
    }

    private static List<String> linked(Bureau bureau) {
        return Bureau.stream(bureau.page().path("context").path("links"))
                .map(link ->
                        link.path("side").asString() + " " + link.path("linked").asString())
                .toList();
    }

    @Test
    void a_record_with_an_entry_of_a_later_version_is_told_as_such_and_not_as_a_mistake() {
        Bureau jianghua = opened();
        StreamId record = new StreamId("case", jianghua.caseId(), "hn");
        journal.append(
                journal.load(record),
                new Draft(
                        "by-a-later-version",
                        "cause",
                        "hn/431129-branch/officer/o-1",
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Map.of(),
                        List.of(new EventData("case.acknowledged.v999", "{}"))));

        for (Api.Answer answer : List.of(
                jianghua.api().get("/api/v1/cases/" + jianghua.caseId()),
                jianghua.api().post("/api/v1/cases/" + jianghua.caseId() + "/acknowledgement", Bureau.key(), "{}"))) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("record.unreadable");
            assertThat(answer.header("Retry-After")).isEqualTo("300");
        }
    }

    @Test
    void of_two_officers_who_saw_the_same_version_one_wins_and_the_other_is_told() throws Exception {
        Bureau jianghua = opened();
        jianghua.acknowledge();
        String version = "\"" + jianghua.page().path("versions").path("hn").asLong() + "\"";
        String body =
                "{\"startsAt\":\"2026-01-01T00:00:00Z\",\"meetingPoint\":{\"name\":\"at the farm\"},\"purpose\":\"See"
                        + " it\"}";
        Callable<Api.Answer> officer = () -> jianghua.api()
                .post("/api/v1/cases/" + jianghua.caseId() + "/inspections", Bureau.key(), body, "If-Match", version);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Integer> statuses = both.invokeAll(List.of(officer, officer)).stream()
                    .map(Future::resultNow)
                    .map(Api.Answer::status)
                    .sorted()
                    .toList();
            assertThat(statuses).containsExactly(201, 409);
        }
        Api.Answer again = officer.call();
        assertThat(again.code()).isEqualTo("stream.conflict");
        assertThat(again.json().path("actual").asLong()).isEqualTo(3);
        assertThat(again.json().path("current").asString()).isEqualTo("/api/v1/cases/" + jianghua.caseId());
        assertThat(jianghua.page().path("inspections").size()).isEqualTo(1);
    }

    @Test
    void the_same_request_again_gets_the_first_answer_and_another_one_under_its_key_is_refused() {
        Bureau jianghua = opened();
        String path = "/api/v1/cases/" + jianghua.caseId() + "/acknowledgement";
        String key = Bureau.key();
        JsonNode first = jianghua.api().post(path, key, "{}").json();
        JsonNode second = jianghua.api().post(path, key, "{}").json();

        assertThat(second.path("version")).isEqualTo(first.path("version"));
        assertThat(second.path("repeated").asBoolean()).isTrue();
        Api.Answer other = jianghua.api()
                .post(
                        "/api/v1/cases/" + jianghua.caseId() + "/declination",
                        key,
                        "{\"reason\":\"other\",\"explanation\":\"Something else\"}");
        assertThat(other.code()).isEqualTo("idempotency.key-reused");
    }

    @Test
    void an_after_check_is_planned_whether_the_other_side_leaves_before_or_after_the_last_verification() {
        for (boolean leavesLast : List.of(true, false)) {
            Bureau jianghua = opened();
            Bureau fuchuan = Bureau.fuchuan(anybody, jianghua.caseId());
            jianghua.acknowledge();
            fuchuan.acknowledge();
            String visit = fuchuan.proposeVisit();
            fuchuan.recordVisit(visit, "enforcing", "");
            String finding = fuchuan.proposeFinding(visit);
            jianghua.does(
                    "/findings/" + finding + "/confirmation",
                    "{'digest':'%s'}".formatted(jianghua.digestOf("findings", finding)));
            String order = fuchuan.does(
                    "/orders",
                    "{'addressee':'the farm','legalBasis':'article 39','measures':[{'description':'Prevent the"
                            + " overflow','dueOn':'2024-07-30'}]}");
            fuchuan.does(
                    "/orders/" + order + "/measures/m1/done",
                    "{'account':'A wall was built','doneOn':'2024-07-29','photos':[]}");
            String leaves = "{'reason':'not-competent','explanation':'The farm is closed'}";
            if (leavesLast) {
                fuchuan.verify(order, "enforcing");
                jianghua.does("/declination", leaves);
            } else {
                jianghua.does("/declination", leaves);
                fuchuan.verify(order, "enforcing");
            }
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(acts(fuchuan.page()))
                            .as("leaves last: %s", leavesLast)
                            .contains("after-check"));
        }
    }

    @Test
    void a_rule_that_refuses_is_named_with_its_arguments() {
        Bureau jianghua = opened();
        jianghua.acknowledge();
        String seal = jianghua.takeSample("A-7");
        Api.Answer refused = jianghua.ask(
                "/samples/" + seal + "/dispatch",
                "{'laboratory':'431129-laboratory','seal':'A-8','handedOverAt':'%s'}"
                        .formatted(Instant.now().minusSeconds(3000)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("case.sample.seal-differs");
        assertThat(Bureau.texts(refused.json().path("arguments"))).containsExactly("A-7", "A-8");
    }

    @Test
    void a_disputed_jurisdiction_is_settled_by_the_same_decision_in_both_records() throws IOException {
        Bureau jianghua = opened();
        Bureau fuchuan = Bureau.fuchuan(anybody, jianghua.caseId());
        jianghua.acknowledge();
        fuchuan.acknowledge();
        assertThat(jianghua.page().path("jurisdiction").path("proposed").asString())
                .isEqualTo("hn");

        jianghua.does("/jurisdiction/position", "{'lead':'hn','grounds':['affected-water','first-filed']}");
        JsonNode asked = fuchuan.page();
        assertThat(acts(asked)).contains("state-jurisdiction");
        assertThat(Bureau.stream(asked.path("turns"))
                        .filter(turn -> turn.path("act").asString().equals("state-jurisdiction"))
                        .map(turn -> turn.path("dueAt").asString()))
                .as("until when, by the agreement")
                .singleElement()
                .asString()
                .endsWith("Z");
        fuchuan.does(
                "/jurisdiction/position",
                "{'lead':'gx','grounds':['facility'],'explanation':'The farm is watched over by us.'}");
        JsonNode disputed = jianghua.page().path("jurisdiction");
        assertThat(disputed.path("state").asString()).isEqualTo("disputed");
        assertThat(disputed.path("positions").propertyNames()).containsExactlyInAnyOrder("hn", "gx");

        for (Bureau bureau : List.of(jianghua, fuchuan)) {
            String page = bureau.api()
                    .upload("/api/v1/photos", "decision.jpg", photo())
                    .json()
                    .path("id")
                    .asString();
            bureau.does(
                    "/jurisdiction/decision",
                    "{'issuer':'The ministry','number':'1','decidedOn':'2024-07-24','lead':'gx','pages':['%s']}"
                            .formatted(page));
        }
        JsonNode decided = jianghua.page();
        assertThat(decided.path("jurisdiction").path("state").asString()).isEqualTo("decided");
        assertThat(decided.path("lead").asString()).isEqualTo("gx");
        assertThat(decided.path("leadBureau").asString()).isEqualTo("451123-branch");
        assertThat(jianghua.ask("/jurisdiction/position", "{'lead':'hn','grounds':['outlet']}")
                        .code())
                .isEqualTo("case.jurisdiction.settled");
    }

    @Test
    void a_list_waits_for_what_its_reader_has_just_written() {
        Bureau jianghua = opened();
        Api.Answer done = jianghua.ask("/acknowledgement", "{}");
        String written = done.json().path("stream").asString() + "="
                + done.json().path("version").asLong();

        Api.Answer list = jianghua.api().get("/api/v1/cases?view=mine&size=200", "Lianzhi-Await", written);
        assertThat(list.header("Lianzhi-Stale")).isEmpty();
        JsonNode line = Bureau.find(list.json().path("items"), jianghua.caseId());
        assertThat(Bureau.stream(line.path("turns"))
                        .filter(turn -> turn.path("side").asString().equals("hn"))
                        .map(turn -> turn.path("act").asString()))
                .containsExactly("propose-inspection");
        assertThat(line.path("overdue").asBoolean()).isFalse();
    }

    private Bureau opened() {
        Bureau jianghua = Bureau.jianghua(anybody, reports.accept().caseId());
        untilJoined(jianghua);
        return jianghua;
    }

    private static void untilJoined(Bureau bureau) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(bureau.api()
                                .get("/api/v1/cases/" + bureau.caseId())
                                .json()
                                .path("versions")
                                .propertyNames())
                        .containsExactlyInAnyOrder("hn", "gx"));
    }

    private static List<String> acts(JsonNode page) {
        return Bureau.stream(page.path("turns"))
                .map(turn -> turn.path("act").asString())
                .toList();
    }

    private static List<String> list(Bureau bureau, String view) {
        return Bureau.stream(bureau.api()
                        .get("/api/v1/cases?size=200&view=" + view)
                        .json()
                        .path("items"))
                .map(item -> item.path("id").asString())
                .toList();
    }

    static byte[] photo() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
        return bytes.toByteArray();
    }
}
